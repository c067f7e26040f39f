"""The library: folders and files, pictures, their tags and renditions, and who looked at them."""

from gallery.models.access import Access
from gallery.models.answers import UploadAnswer
from gallery.models.files import File, Folder, Kind
from gallery.models.images import Image, Processing
from gallery.models.renditions import Rendition
from gallery.models.tags import ImageTag, Tag

__all__ = ["Access", "File", "Folder", "Image", "ImageTag", "Kind", "Processing", "Rendition", "Tag", "UploadAnswer"]
