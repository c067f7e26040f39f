"""The routes of the library."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from gallery.api.album_images import AlbumImagesView, AlbumImageView, AlbumOrderView
from gallery.api.albums import AlbumViewSet
from gallery.api.batch import ImageBatchView
from gallery.api.duplicates import DuplicatesView, MergeView
from gallery.api.files import FileViewSet
from gallery.api.folders import FolderViewSet
from gallery.api.images import ImageViewSet
from gallery.api.resumable import ResumableUploadsView, ResumableUploadView
from gallery.api.search import SearchView
from gallery.api.shares import OpenLinkView, ShareHistoryView, SharesView, ShareView
from gallery.api.tags import TagsView
from gallery.api.uploads import UploadCheckView, UploadView
from gallery.api.watermarks import WatermarkView

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("images", ImageViewSet)
router.register("files", FileViewSet)
router.register("folders", FolderViewSet)
router.register("albums", AlbumViewSet)

urlpatterns = [
    path("albums/<uuid:album_id>/images", AlbumImagesView.as_view()),
    path("albums/<uuid:album_id>/images/order", AlbumOrderView.as_view()),
    path("albums/<uuid:album_id>/images/<uuid:image_id>", AlbumImageView.as_view()),
    path("albums/<uuid:album_id>/shares", SharesView.as_view()),
    path("albums/<uuid:album_id>/shares/<uuid:share_id>", ShareView.as_view()),
    path("albums/<uuid:album_id>/shares/<uuid:share_id>/history", ShareHistoryView.as_view()),
    path("shares/<str:token>", OpenLinkView.as_view()),
    path("upload", UploadView.as_view()),
    path("upload/check", UploadCheckView.as_view()),
    path("uploads", ResumableUploadsView.as_view()),
    path("uploads/<uuid:upload_id>", ResumableUploadView.as_view()),
    path("images/batch", ImageBatchView.as_view()),
    path("images/duplicates", DuplicatesView.as_view()),
    path("images/<uuid:image_id>/merge", MergeView.as_view()),
    path("search", SearchView.as_view()),
    path("tags", TagsView.as_view()),
    path("watermark", WatermarkView.as_view()),
    *router.urls,
]
