"""The moderator's view of albums: to look at, and to delete the way that their owner would. Pictures stay."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from gallery.actions.albums import delete_album
from gallery.models import Album


class AlbumAdmin(admin.ModelAdmin):
    """Shares are left out: whoever reads a link's token may follow it."""

    list_display = ("name", "owner", "privacy_setting", "image_count", "created_at")
    list_filter = ("privacy_setting", "created_at")
    list_select_related = ("owner",)
    search_fields = ("name", "description", "owner__username")
    date_hierarchy = "created_at"
    fields = readonly_fields = (
        "name", "description", "owner", "parent", "privacy_setting", "image_count", "created_at", "updated_at",
    )  # fmt: skip

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
