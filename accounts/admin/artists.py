"""The desk for public profiles: who is who they say."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import actions
from accounts.admin.buttons import Buttons
from accounts.models import Artist
from accounts.requests import person


class VerifiedFilter(admin.SimpleListFilter):
    """Who was found to be who they say."""

    title = gettext_lazy("verified")
    parameter_name = "verified"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Two answers."""
        return [("yes", gettext_lazy("verified")), ("no", gettext_lazy("not verified"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Artist]) -> QuerySet[Artist]:
        """Those of the answer."""
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(verified_at__isnull=self.value() == "no")


@admin.register(Artist)
class ArtistAdmin(Buttons):
    """Public profiles."""

    list_display = ["artist_name", "user", "location", "is_verified", "is_in"]
    list_display_links = ["artist_name"]
    list_select_related = ["user"]
    list_filter = [VerifiedFilter, "user__is_active", "user__created_at"]
    search_fields = ["artist_name", "user__username", "location"]
    search_help_text = gettext_lazy("By name, username or place.")
    ordering = ["-user__created_at"]
    readonly_fields = ["user", "verified_at", "verified_by"]
    actions = ["verify", "unverify"]

    @admin.display(description=gettext_lazy("verified"), boolean=True, ordering="verified_at")
    def is_verified(self, artist: Artist) -> bool:
        """By whom and since when stands on the page of each."""
        return artist.is_verified

    @admin.display(description=gettext_lazy("may sign in"), boolean=True, ordering="user__is_active")
    def is_in(self, artist: Artist) -> bool:
        """Suspended ones are shut out."""
        return artist.user.is_active

    def buttons_of(self, request: HttpRequest, thing: Artist) -> list[str]:
        """The one that changes something."""
        return ["unverify" if thing.is_verified else "verify"]

    @admin.action(description=gettext_lazy("Verify: they are who they say"), permissions=["change"])
    def verify(self, request: HttpRequest, artists: QuerySet[Artist]) -> None:
        """A mark beside their names tells so."""
        self.act_on(request, artists, actions.verify_artist)

    @admin.action(description=gettext_lazy("Take verification back"), permissions=["change"])
    def unverify(self, request: HttpRequest, artists: QuerySet[Artist]) -> None:
        """The mark goes."""
        self.act_on(request, artists, actions.unverify_artist)

    def act_on(self, request: HttpRequest, artists: QuerySet[Artist], act: Any) -> None:
        """One by one, and says of whom that may not be."""
        changed = 0
        for artist in artists:
            try:
                changed += act(artist=artist, by=person(request))
            except PermissionDenied as refusal:
                self.message_user(request, f"{artist}: {refusal}", messages.WARNING)
        self.message_user(request, _("Changed: %d.") % changed, messages.SUCCESS)

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
