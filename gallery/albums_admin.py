"""The moderator's view of albums: to look at, and to delete the way that their owner would. Pictures stay."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.admin.previewing import picture
from gallery.actions.albums import delete_album
from gallery.models import Album


class AlbumAdmin(admin.ModelAdmin):
    """Shares are left out: whoever reads a link's token may follow it."""

    list_display = ("preview", "name", "owner", "privacy_setting", "image_count", "created_at")
    list_filter = ("privacy_setting", "created_at")
    list_display_links = ("name",)
    list_select_related = ("owner", "cover_image")
    search_fields = ("name", "description", "owner__username")
    search_help_text = _("By name, description or owner.")
    date_hierarchy = "created_at"
    fields = readonly_fields = (
        "name", "description", "owner", "parent", "privacy_setting", "image_count", "created_at", "updated_at",
    )  # fmt: skip

    @admin.display(description=_("picture"))
    def preview(self, album: Album) -> SafeString | str:
        """Its cover, where anyone may see both."""
        cover = album.cover_image
        is_seen = cover is not None and cover.is_public and album.privacy_setting == "public"
        return picture(f"/api/images/{cover.pk}/thumbnail?size=square") if cover and is_seen else ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: Album) -> None:
        delete_album(album=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Album]) -> None:
        for album in queryset:
            delete_album(album=album, by=request.user)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What goes with them is no moderator's to be asked about: memberships and shares. Albums in them move up."""
        return [str(album) for album in objs], {Album._meta.verbose_name_plural: len(objs)}, set(), []
