"""The moderator's view of works and galleries: to look at, to flag, and to delete the way that their artist would.

A picture is shown of what anyone may see alone: staff have no more right to a hidden work than others.
"""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.buttons import Buttons
from accounts.admin.previewing import picture
from gallery.actions.artworks import delete_artwork
from gallery.actions.galleries import delete_gallery
from gallery.actions.maturity import set_maturity
from gallery.models import Artwork, Gallery


def preview_of(artwork: Artwork | None) -> SafeString | str:
    """A small picture of a work, through the work as for anyone; nothing of a hidden one."""
    if artwork is None or not artwork.is_public:
        return ""
    return picture(f"/api/artworks/{artwork.pk}/thumbnail?size=square", artwork.alt_text)


class WatchedAdmin(Buttons):
    """What artists make and moderators watch: nothing is added or written here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Artists make their own."""
        return False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict, set, list]:
        """What goes with them is no moderator's to be asked about."""
        return [str(each) for each in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """One by one, since each takes more along."""
        for thing in queryset:
            self.delete_model(request, thing)


class ArtworkAdmin(WatchedAdmin):
    """Works of all artists."""

    list_display = (
        "preview", "title", "owner", "status", "published_at", "availability_status", "category", "is_mature", "is_hidden",
        "like_count", "trend", "created_at",
    )  # fmt: skip
    list_display_links = ("title",)
    list_filter = (
        "status", "availability_status", "is_hidden", "is_mature", ("category", admin.RelatedOnlyFieldListFilter), "created_at",
    )  # fmt: skip
    list_select_related = ("owner", "category")
    search_fields = ("title", "description", "owner__username", "owner__artist__artist_name", "tags__name")
    search_help_text = gettext_lazy("By title, description, artist or tag.")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    fields = readonly_fields = (
        "preview", "title", "owner", "description", "alt_text", "medium", "dimensions", "price", "currency", "category",
        "license", "is_mature", "is_hidden", "status", "availability_status", "published_at", "view_count", "like_count", "trend",
        "created_at", "updated_at",
    )  # fmt: skip
    actions: tuple[str, ...] = ("flag_as_mature", "unflag_as_mature")

    def buttons_of(self, request: HttpRequest, thing: Artwork) -> list[str]:
        """The one flag that is not set."""
        return ["unflag_as_mature" if thing.is_mature else "flag_as_mature"]

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, artwork: Artwork) -> SafeString | str:
        """What anyone may see of it."""
        return preview_of(artwork)

    @admin.action(description=gettext_lazy("Set maturity flag"), permissions=["change"])
    def flag_as_mature(self, request: HttpRequest, artworks: QuerySet[Artwork]) -> None:
        """From now on they are shown to who wants to see such, and put forward nowhere."""
        self.set_maturity(request, artworks, is_mature=True)

    @admin.action(description=gettext_lazy("Take maturity flag away"), permissions=["change"])
    def unflag_as_mature(self, request: HttpRequest, artworks: QuerySet[Artwork]) -> None:
        """The same the other way round."""
        self.set_maturity(request, artworks, is_mature=False)

    def set_maturity(self, request: HttpRequest, artworks: QuerySet[Artwork], *, is_mature: bool) -> None:
        """One by one: each is locked behind its artist."""
        changed = sum(set_maturity(artwork=each, is_mature=is_mature, by=request.user) for each in artworks)
        self.message_user(request, _("Changed: %d.") % changed, messages.SUCCESS)

    def delete_model(self, request: HttpRequest, obj: Artwork) -> None:
        """With its pictures, but for those that another work or an album shows."""
        delete_artwork(artwork=obj, by=request.user)


class GalleryAdmin(WatchedAdmin):
    """Galleries of all artists."""

    list_display = (
        "preview",
        "name",
        "owner",
        "visibility",
        "is_hidden",
        "artwork_count",
        "view_count",
        "trend",
        "created_at",
    )
    actions: tuple[str, ...] = ()
    list_display_links = ("name",)
    list_filter = ("visibility", "is_hidden", "created_at")
    list_select_related = ("owner", "cover_artwork")
    search_fields = ("name", "description", "owner__username", "owner__artist__artist_name")
    search_help_text = gettext_lazy("By name, description or artist.")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    fields = readonly_fields = (
        "preview", "name", "slug", "owner", "description", "theme", "visibility", "artwork_count",
        "public_artwork_count", "view_count", "trend", "created_at", "updated_at",
    )  # fmt: skip

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, gallery: Gallery) -> SafeString | str:
        """Its cover, where anyone may see both."""
        return preview_of(gallery.cover_artwork) if gallery.visibility == "public" else ""

    def delete_model(self, request: HttpRequest, obj: Gallery) -> None:
        """The works in it stay."""
        delete_gallery(gallery=obj, by=request.user)
