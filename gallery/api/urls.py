"""The routes of the library."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from gallery.api.files import FileViewSet
from gallery.api.folders import FolderViewSet
from gallery.api.images import ImageViewSet
from gallery.api.uploads import UploadCheckView, UploadView

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("images", ImageViewSet)
router.register("files", FileViewSet)
router.register("folders", FolderViewSet)

urlpatterns = [
    path("upload", UploadView.as_view()),
    path("upload/check", UploadCheckView.as_view()),
    *router.urls,
]
