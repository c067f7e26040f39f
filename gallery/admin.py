"""The moderator's view of the library. What is deleted here goes the way that its owner would send it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.admin.previewing import picture
from gallery.actions.files import delete_file
from gallery.actions.images import change_image
from gallery.albums_admin import AlbumAdmin
from gallery.categories_admin import CategoryAdmin
from gallery.models import Album, Artwork, Category, File, Folder, Gallery, Image, Tag
from gallery.tags_admin import TagAdmin
from gallery.works_admin import ArtworkAdmin, GalleryAdmin


class DeletingByAction(admin.ModelAdmin):
    """Deletes by the library's own action, which takes the bytes along."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def file_of(self, thing: Any) -> File:
        raise NotImplementedError

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_file(file=self.file_of(obj), by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for thing in queryset:
            delete_file(file=self.file_of(thing), by=request.user)


@admin.register(Image)
class ImageAdmin(DeletingByAction):
    list_display = (
        "preview", "title", "original_filename", "owner", "visibility", "is_public", "is_hidden", "processing", "uploaded_at",
    )  # fmt: skip
    list_display_links = ("title", "original_filename")
    list_filter = ("visibility", "is_public", "is_hidden", "processing", "mime_type", "uploaded_at")
    list_select_related = ("owner",)
    search_fields = ("title", "description", "original_filename", "owner__username")
    search_help_text = _("By title, description, name of the file or owner.")
    date_hierarchy = "uploaded_at"
    fields = ("preview", "owner", "title", "description", "alt_text", "visibility", "allow_download", "uploaded_at")
    readonly_fields = ("preview", "owner", "uploaded_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Image]:
        return super().get_queryset(request).defer("exif", "redactions", "colors")

    def file_of(self, thing: Image) -> File:
        return thing.file

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        change_image(image=obj, by=request.user, **{name: form.cleaned_data[name] for name in form.changed_data})

    @admin.display(description=_("picture"))
    def preview(self, image: Image) -> SafeString | str:
        """As everyone sees it. Of others the placeholder, which is in the row itself: a moderator has no right to the picture."""
        address = f"/api/images/{image.pk}/thumbnail?size=square"
        return picture(address if image.is_public else image.placeholder, image.alt_text)


@admin.register(File)
class FileAdmin(DeletingByAction):
    list_display = ("name", "owner", "mime_type", "size", "uploaded_at", "download_count")
    list_filter = ("kind", "mime_type", "uploaded_at")
    list_select_related = ("owner",)
    search_fields = ("name", "original_filename", "checksum", "owner__username")
    search_help_text = _("By name, checksum or owner.")
    fields = ("name", "original_filename", "owner", "mime_type", "size", "checksum", "uploaded_at", "download_count")
    readonly_fields = fields

    def file_of(self, thing: File) -> File:
        return thing


@admin.register(Folder)
class FolderAdmin(admin.ModelAdmin):
    list_display = ("name", "owner", "parent", "created_at")
    list_select_related = ("owner", "parent")
    search_fields = ("name", "owner__username")
    search_help_text = _("By name or owner.")
    fields = readonly_fields = ("name", "owner", "parent", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Folder | None = None) -> bool:
        return False


admin.site.register(Album, AlbumAdmin)
admin.site.register(Artwork, ArtworkAdmin)
admin.site.register(Category, CategoryAdmin)
admin.site.register(Gallery, GalleryAdmin)
admin.site.register(Tag, TagAdmin)
