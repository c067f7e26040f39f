"""Where the library's bytes are kept: originals, renditions, and the renditions that anyone may fetch, each on a shelf.

On the disk below MEDIA_ROOT, or in object storage where settings.OBJECT_STORAGE names a bucket.
"""

from pathlib import Path

from django.conf import settings

from gallery.storage.disk import LocalShelf, make_folder
from gallery.storage.shelves import Shelf, StorageTrouble

__all__ = [
    "LocalShelf", "Shelf", "StorageTrouble", "away_shelf", "disk_shelf", "make_folder", "originals", "published",
    "renditions",
]  # fmt: skip

# A day and no longer: what is withdrawn has to leave browsers and a CDN too, though its bytes never change.
PUBLIC_COPIES = "public, max-age=86400, immutable"


def originals() -> Shelf:
    return shelf("originals")


def renditions() -> Shelf:
    return shelf("renditions")


def published() -> Shelf:
    """Copies of the renditions of public pictures, for nginx or a CDN to hand to anyone (settings.CDN_URL)."""
    return shelf("public")


def shelf(name: str) -> Shelf:
    return away_shelf(name) if settings.OBJECT_STORAGE else disk_shelf(name)


def disk_shelf(name: str) -> LocalShelf:
    return LocalShelf(Path(settings.MEDIA_ROOT) / name)


def away_shelf(name: str) -> Shelf:
    """A shelf in object storage, whose library is loaded by those alone who use it: it takes 0.6 s and 20 MB."""
    from gallery.storage.connection import client
    from gallery.storage.objects import ObjectShelf

    options = settings.OBJECT_STORAGE
    cache_control = PUBLIC_COPIES if name == "public" else ""
    return ObjectShelf(client(options), options["bucket"], f"{options['prefix']}{name}", cache_control)
