"""The desk for accounts: what it changes goes through actions, what would skip one it does not offer."""

from typing import Any

from django.contrib import admin
from django.db.models import ManyToManyField, QuerySet
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts import actions
from accounts.admin.buttons import Buttons
from accounts.admin.standing import Standing
from accounts.models import Statistics, User
from accounts.requests import person


class StatisticsInline(admin.StackedInline):
    """What a person has; only their limit is staff's to set."""

    model = Statistics
    can_delete = False
    fields = ["storage_limit", "storage_used", "storage_reserved", "image_count", "file_count", "artwork_count"]
    readonly_fields = ["storage_used", "storage_reserved", "image_count", "file_count", "artwork_count"]


@admin.register(User)
class UserAdmin(Standing, Buttons):
    """Accounts. They are opened by registering; a suspended one (not active) is signed out with the next request."""

    list_display = ["username", "email", "is_active", "is_verified", "is_staff", "created_at", "storage_used"]
    list_filter = ["is_active", "is_verified", "is_staff", "created_at"]
    list_select_related = ["statistics"]
    search_fields = ["username", "email", "artist__artist_name"]
    ordering = ["-created_at"]
    fields = [
        "username",
        "email",
        "is_verified",
        "is_active",
        "is_staff",
        "is_superuser",
        "groups",
        "created_at",
        "last_login",
    ]
    # Who is shut out is so by the actions below, which have all that is theirs follow.
    readonly_fields = ["username", "email", "is_verified", "is_active", "created_at", "last_login"]
    inlines = [StatisticsInline]
    actions = ["suspend", "readmit"]
    search_help_text = _("By username, address or name.")

    @admin.display(description=_("bytes stored"), ordering="statistics__storage_used")
    def storage_used(self, user: User) -> int:
        """From the row that the list has joined."""
        return user.statistics.storage_used

    def buttons_of(self, request: HttpRequest, thing: User) -> list[str]:
        """The one that changes something."""
        return ["suspend" if thing.is_active else "readmit"]

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: Any = None, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        """Groups are few: each beside its box."""
        return super().formfield_for_manytomany(db_field, request, widget=CheckboxSelectMultiple, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Rights are given by superusers alone, or staff could raise themselves."""
        rights = [] if request.user.is_superuser else ["is_staff", "is_superuser", "groups"]
        return [*self.readonly_fields, *rights]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People register themselves."""
        return False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list, dict, set, list]:
        """What goes with an account needs no right of its own: who may delete the person may delete what is theirs."""
        listed, counts, _rights_missing, protected = super().get_deleted_objects(objs, request)
        return listed, counts, set(), protected

    def delete_model(self, request: HttpRequest, user: User) -> None:
        """With everything that is theirs, files too."""
        actions.delete_account(user=user, by=person(request))

    def delete_queryset(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """One by one, since each has files."""
        for user in users:
            actions.delete_account(user=user, by=person(request))
