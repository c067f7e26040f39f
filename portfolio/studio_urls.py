"""The pages of the studio: each shows its reader what is theirs."""

from typing import Any

from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from portfolio.views.studio.account import AccountPage
from portfolio.views.studio.album import album, change_pictures, order_album
from portfolio.views.studio.album_changing import AlbumSettingsPage, DeleteAlbumPage, add_to_album, album_picking
from portfolio.views.studio.albums import AlbumsPage
from portfolio.views.studio.duplicates import MergePage, duplicates
from portfolio.views.studio.file_changing import FilePage, FolderPage, end_file, end_folder
from portfolio.views.studio.files import FilesPage
from portfolio.views.studio.galleries import GalleriesPage
from portfolio.views.studio.gallery import GalleryPage, delete_own_gallery, rehang
from portfolio.views.studio.image import ImagePage
from portfolio.views.studio.image_deleting import DeleteImagePage
from portfolio.views.studio.image_history import image_history
from portfolio.views.studio.library import library, library_ids
from portfolio.views.studio.library_selected import SelectedPage
from portfolio.views.studio.life import AnswerPage, leave_unanswered, life
from portfolio.views.studio.look import CustomisePage
from portfolio.views.studio.look_preview import preview, studio_look
from portfolio.views.studio.overview import overview
from portfolio.views.studio.portrait import PortraitPage
from portfolio.views.studio.profile import ProfilePage
from portfolio.views.studio.rights import RightsPage
from portfolio.views.studio.shares import AlbumSharesPage, end_share, share_log, shares
from portfolio.views.studio.statistics import statistics
from portfolio.views.studio.tags import TagPage, tags
from portfolio.views.studio.upload import UploadPage
from portfolio.views.studio.watermark import WatermarkPage
from portfolio.views.studio.watermark_preview import watermark_preview
from portfolio.views.studio.work import WorkPage
from portfolio.views.studio.work_batch import batch_works
from portfolio.views.studio.work_leaving import delete_work, propose_category
from portfolio.views.studio.work_making import NewWorksPage
from portfolio.views.studio.work_pictures import pictures_of_work
from portfolio.views.studio.work_preview import preview_gallery, preview_work
from portfolio.views.studio.works import works


def room(route: str, view: Any, *, name: str) -> URLPattern:
    """A page that no cache keeps: it is its reader's alone, and another after each deed."""
    return path(route, never_cache(view), name=name)


WORK = "studio/works/<uuid:artwork_id>"
GALLERY = "studio/galleries/<uuid:gallery_id>"

urlpatterns = [
    room("studio/upload", UploadPage.as_view(), name="studio-upload"),
    room("studio/library", library, name="studio-library"),
    room("studio/library/ids", library_ids, name="studio-library-ids"),
    room("studio/library/selected", SelectedPage.as_view(), name="studio-library-selected"),
    room("studio/images/<uuid:image_id>", ImagePage.as_view(), name="studio-image"),
    room("studio/images/<uuid:image_id>/delete", DeleteImagePage.as_view(), name="studio-image-delete"),
    room("studio/images/<uuid:image_id>/history", image_history, name="studio-image-history"),
    room("studio/duplicates", duplicates, name="studio-duplicates"),
    room("studio/duplicates/merge", MergePage.as_view(), name="studio-merge"),
    room("studio/tags", tags, name="studio-tags"),
    room("studio/tags/change", TagPage.as_view(), name="studio-tag-change"),
    room("studio/albums", AlbumsPage.as_view(), name="studio-albums"),
    room("studio/albums/<uuid:album_id>", album, name="studio-album"),
    room("studio/albums/<uuid:album_id>/order", order_album, name="studio-album-order"),
    room("studio/albums/<uuid:album_id>/pictures", change_pictures, name="studio-album-pictures"),
    room("studio/albums/<uuid:album_id>/add", album_picking, name="studio-album-add"),
    room("studio/albums/<uuid:album_id>/added", add_to_album, name="studio-album-added"),
    room("studio/albums/<uuid:album_id>/settings", AlbumSettingsPage.as_view(), name="studio-album-settings"),
    room("studio/albums/<uuid:album_id>/delete", DeleteAlbumPage.as_view(), name="studio-album-delete"),
    room("studio/albums/<uuid:album_id>/shares", AlbumSharesPage.as_view(), name="studio-album-shares"),
    room("studio/shares", shares, name="studio-shares"),
    room("studio/shares/<uuid:share_id>", share_log, name="studio-share"),
    room("studio/shares/<uuid:share_id>/end", end_share, name="studio-share-end"),
    room("studio/files", FilesPage.as_view(), name="studio-files"),
    room("studio/files/<uuid:file_id>", FilePage.as_view(), name="studio-file"),
    room("studio/files/<uuid:file_id>/delete", end_file, name="studio-file-delete"),
    room("studio/folders/<uuid:folder_id>", FolderPage.as_view(), name="studio-folder"),
    room("studio/folders/<uuid:folder_id>/delete", end_folder, name="studio-folder-delete"),
    room("studio/works", works, name="studio-works"),
    room("studio/works/new", NewWorksPage.as_view(), name="studio-works-new"),
    room("studio/works/batch", batch_works, name="studio-works-batch"),
    room(WORK, WorkPage.as_view(), name="studio-work"),
    room(f"{WORK}/pictures", pictures_of_work, name="studio-work-pictures"),
    room(f"{WORK}/category", propose_category, name="studio-work-category"),
    room(f"{WORK}/preview", preview_work, name="studio-work-preview"),
    room(f"{WORK}/delete", delete_work, name="studio-work-delete"),
    room("studio/galleries", GalleriesPage.as_view(), name="studio-galleries"),
    room(GALLERY, GalleryPage.as_view(), name="studio-gallery"),
    room(f"{GALLERY}/hang", rehang, name="studio-gallery-hang"),
    room(f"{GALLERY}/preview", preview_gallery, name="studio-gallery-preview"),
    room(f"{GALLERY}/delete", delete_own_gallery, name="studio-gallery-delete"),
    room("studio/life", life, name="studio-life"),
    room("studio/life/comments/<uuid:comment_id>", AnswerPage.as_view(), name="studio-answer"),
    room("studio/life/comments/<uuid:comment_id>/aside", leave_unanswered, name="studio-leave-unanswered"),
    room("studio/statistics", statistics, name="studio-statistics"),
    room("studio/profile", ProfilePage.as_view(), name="studio-profile"),
    room("studio/profile/portrait", PortraitPage.as_view(), name="studio-portrait"),
    room("studio/watermark", WatermarkPage.as_view(), name="studio-watermark"),
    path("studio/watermark/preview", watermark_preview, name="studio-watermark-preview"),
    room("studio/rights", RightsPage.as_view(), name="studio-rights"),
    room("studio/account", AccountPage.as_view(), name="studio-account"),
    room("studio", overview, name="studio"),
    room("studio/portfolio", CustomisePage.as_view(), name="studio-portfolio"),
    path("studio/portfolio/preview", preview, name="studio-preview"),
    path("studio/portfolio/look.css", studio_look, name="studio-look"),
]
