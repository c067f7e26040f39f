"""The library: folders and files, pictures, albums and who they are shared with, tags and renditions, and who looked at them."""

from gallery.models.access import Access
from gallery.models.albums import Album, AlbumImage, AlbumLineage, Privacy
from gallery.models.answers import UploadAnswer
from gallery.models.files import File, Folder, Kind
from gallery.models.images import Image, Processing
from gallery.models.renditions import Rendition
from gallery.models.resumable import ResumableUpload
from gallery.models.search import SearchEntry
from gallery.models.shares import AlbumShare, ShareUse
from gallery.models.tags import ImageTag, Tag
from gallery.models.watermarks import Position, Watermark

__all__ = [
    "Access",
    "Album",
    "AlbumImage",
    "AlbumLineage",
    "AlbumShare",
    "File",
    "Folder",
    "Image",
    "ImageTag",
    "Kind",
    "Position",
    "Privacy",
    "Processing",
    "Rendition",
    "ResumableUpload",
    "SearchEntry",
    "ShareUse",
    "Tag",
    "UploadAnswer",
    "Watermark",
]
