"""The moderator's desk for people: what it changes goes through actions, what would skip one it does not offer."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts import actions
from accounts.forms import AdminSignInForm
from accounts.models import AccessToken, Artist, Statistics, User
from accounts.requests import person

admin.site.login_form = AdminSignInForm


class StatisticsInline(admin.StackedInline):
    """What a person has; only their limit is staff's to set."""

    model = Statistics
    can_delete = False
    fields = ["storage_limit", "storage_used", "storage_reserved", "image_count", "file_count", "artwork_count"]
    readonly_fields = ["storage_used", "storage_reserved", "image_count", "file_count", "artwork_count"]


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
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
    filter_horizontal = ["groups"]
    inlines = [StatisticsInline]
    actions = ["suspend", "readmit"]

    @admin.display(description=_("bytes stored"), ordering="statistics__storage_used")
    def storage_used(self, user: User) -> int:
        """From the row that the list has joined."""
        return user.statistics.storage_used

    @admin.action(description=_("Suspend: may not sign in"), permissions=["change"])
    def suspend(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Shut these people out, from their next request on."""
        for user in users:
            actions.set_active(user=user, is_active=False, by=person(request))

    @admin.action(description=_("Readmit: may sign in again"), permissions=["change"])
    def readmit(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Let these people in again."""
        for user in users:
            actions.set_active(user=user, is_active=True, by=person(request))

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


@admin.register(Artist)
class ArtistAdmin(admin.ModelAdmin):
    """Public profiles."""

    list_display = ["artist_name", "user", "location"]
    list_select_related = ["user"]
    list_filter = ["user__is_active", "user__created_at"]
    search_fields = ["artist_name", "user__username", "location"]
    readonly_fields = ["user"]

    def save_model(self, request: HttpRequest, obj: Artist, form: ModelForm, change: bool) -> None:
        """What is changed of a name changes in the pictures too, and what is changed of anything in searches."""
        super().save_model(request, obj, form, change)
        if "artist_name" in form.changed_data:
            actions.credit_changed(user=obj.user)
        actions.profile_changed(user=obj.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A profile is born with its account."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Artist | None = None) -> bool:
        """And ends with it."""
        return False


@admin.register(AccessToken)
class AccessTokenAdmin(admin.ModelAdmin):
    """Tokens, to look at and to delete: their secrets are nobody's but their owners'."""

    list_display = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]
    list_select_related = ["user"]
    list_filter = ["created_at", "last_used_at", "expires_at"]
    search_fields = ["name", "user__username", "prefix"]
    fields = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]
    readonly_fields = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Its owner makes it."""
        return False
