"""The library: folders and files, pictures, albums and who they are shared with, tags and renditions, and who looked at them.
The works: artworks made of pictures, the galleries that they hang in, the categories that they are sorted under."""

from gallery.models.access import Access
from gallery.models.albums import Album, AlbumImage, AlbumLineage, Privacy
from gallery.models.answers import UploadAnswer
from gallery.models.artworks import Artwork, ArtworkImage, ArtworkTag, Availability, Precision, Status
from gallery.models.categories import Category
from gallery.models.files import File, Folder, Kind
from gallery.models.galleries import Gallery, GalleryArtwork, GalleryVisibility
from gallery.models.images import Image, Processing
from gallery.models.renditions import Rendition
from gallery.models.resumable import ResumableUpload
from gallery.models.salts import DaySalt
from gallery.models.search import SearchEntry
from gallery.models.shares import AlbumShare, ShareUse
from gallery.models.tags import ImageTag, Tag
from gallery.models.visits import Visit
from gallery.models.watermarks import Position, Watermark

__all__ = [
    "Access",
    "Album",
    "AlbumImage",
    "AlbumLineage",
    "AlbumShare",
    "Artwork",
    "ArtworkImage",
    "ArtworkTag",
    "Availability",
    "Category",
    "DaySalt",
    "File",
    "Folder",
    "Gallery",
    "GalleryArtwork",
    "GalleryVisibility",
    "Image",
    "ImageTag",
    "Kind",
    "Position",
    "Precision",
    "Privacy",
    "Processing",
    "Rendition",
    "ResumableUpload",
    "SearchEntry",
    "ShareUse",
    "Status",
    "Tag",
    "UploadAnswer",
    "Visit",
    "Watermark",
]
