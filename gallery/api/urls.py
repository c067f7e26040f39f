"""The routes of the library."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from gallery.api.album_images import AlbumImagesView, AlbumImageView, AlbumOrderView
from gallery.api.albums import AlbumViewSet
from gallery.api.artworks import ArtworkViewSet
from gallery.api.batch import ImageBatchView
from gallery.api.categories import CategoriesView, CategoryView
from gallery.api.duplicates import DuplicatesView, MergeView
from gallery.api.files import FileViewSet
from gallery.api.folders import FolderViewSet
from gallery.api.galleries import GalleryViewSet
from gallery.api.gallery_works import GalleryArtworksView, GalleryArtworkView, GalleryOrderView
from gallery.api.images import ImageViewSet
from gallery.api.resumable import ResumableUploadsView, ResumableUploadView
from gallery.api.search import SearchView
from gallery.api.shares import OpenLinkView, ShareHistoryView, SharesView, ShareView
from gallery.api.tags import TagsView
from gallery.api.uploads import UploadCheckView, UploadView
from gallery.api.watermarks import WatermarkView
from gallery.api.work_batch import WorkBatchView
from gallery.api.work_bytes import WorkImageView, WorkThumbnailView
from gallery.api.work_uploads import WorkUploadView

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("images", ImageViewSet)
router.register("files", FileViewSet)
router.register("folders", FolderViewSet)
router.register("albums", AlbumViewSet)
router.register("artworks", ArtworkViewSet)
router.register("galleries", GalleryViewSet)

urlpatterns = [
    path("albums/<uuid:album_id>/images", AlbumImagesView.as_view()),
    path("albums/<uuid:album_id>/images/order", AlbumOrderView.as_view()),
    path("albums/<uuid:album_id>/images/<uuid:image_id>", AlbumImageView.as_view()),
    path("albums/<uuid:album_id>/shares", SharesView.as_view()),
    path("albums/<uuid:album_id>/shares/<uuid:share_id>", ShareView.as_view()),
    path("albums/<uuid:album_id>/shares/<uuid:share_id>/history", ShareHistoryView.as_view()),
    path("galleries/<uuid:gallery_id>/artworks", GalleryArtworksView.as_view()),
    path("galleries/<uuid:gallery_id>/artworks/order", GalleryOrderView.as_view()),
    path("galleries/<uuid:gallery_id>/artworks/<uuid:artwork_id>", GalleryArtworkView.as_view()),
    path("categories", CategoriesView.as_view()),
    path("categories/<str:category>", CategoryView.as_view()),
    path("artworks/<uuid:artwork_id>/image", WorkImageView.as_view()),
    path("artworks/<uuid:artwork_id>/thumbnail", WorkThumbnailView.as_view()),
    path("shares/<str:token>", OpenLinkView.as_view()),
    path("upload", UploadView.as_view()),
    path("upload/check", UploadCheckView.as_view()),
    path("uploads", ResumableUploadsView.as_view()),
    path("uploads/<uuid:upload_id>", ResumableUploadView.as_view()),
    path("images/batch", ImageBatchView.as_view()),
    path("images/duplicates", DuplicatesView.as_view()),
    path("images/<uuid:image_id>/merge", MergeView.as_view()),
    path("artworks/batch", WorkBatchView.as_view()),
    path("artworks/upload", WorkUploadView.as_view()),
    path("search", SearchView.as_view()),
    path("tags", TagsView.as_view()),
    path("watermark", WatermarkView.as_view()),
    *router.urls,
]
