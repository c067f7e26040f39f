"""Who else sees what its reader is looking at, in a line; empty where everyone does."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gallery.models import Album, AlbumShare, Availability, GalleryVisibility, Image, Privacy, Status
from portfolio.models import Exhibition, ExhibitionStatus


def note_on_image(image: Image, *, viewer: Any, albums: Sequence[Album]) -> str:
    """Of a picture that stands in these albums, of all that the viewer reaches."""
    if image.is_hidden:
        return _("Hidden by a moderator: only you see this picture.")
    if image.is_public:
        return ""
    if image.owner_id != viewer.pk:
        return _("Shared with you.")
    if any(album.privacy_setting == Privacy.SHARED for album in albums):
        return _("You and those with whom its album is shared see this picture.")
    return _("Only you see this picture.")


def note_on_artwork(work: dict[str, Any]) -> str:
    """Of a work as its artist is told of it: others do not see it at all."""
    if work["is_hidden"]:
        return _("Hidden by a moderator: only you see this work.")
    if work["images"][0]["is_hidden"]:
        return _("A moderator hid its main picture: only you see this work.")
    if work["status"] == Status.DRAFT:
        return _("A draft: only you see this work.")
    if work["status"] == Status.SCHEDULED:
        moment = date_format(work["published_at"], "DATETIME_FORMAT")
        return _("Only you see this work until %(moment)s UTC.") % {"moment": moment}
    return _("Only you see this work.") if work["availability_status"] == Availability.PRIVATE else ""


def note_on_gallery(visibility: str, *, is_own: bool, is_hidden: bool = False) -> str:
    """Of a gallery that its reader has opened."""
    if is_hidden:
        return _("Hidden by a moderator: only you see this gallery.")
    if visibility == GalleryVisibility.PRIVATE:
        return _("Only you see this gallery.")
    if visibility == GalleryVisibility.UNLISTED and is_own:
        return _("Whoever has the address sees this gallery; it is in no list.")
    return ""


def note_on_album(album: Album, *, viewer: Any, link: AlbumShare | None) -> str:
    """Of an album that this link opened, where one did."""
    if album.privacy_setting == Privacy.PUBLIC:
        return ""
    if album.owner_id == viewer.pk:
        shared = album.privacy_setting == Privacy.SHARED
        return _("You and those you share it with see this album.") if shared else _("Only you see this album.")
    if link is None:
        return _("Shared with you.")
    if link.expires_at is None:
        return _("Opened for you by a link.")
    until = date_format(link.expires_at, "DATETIME_FORMAT")
    return _("Opened for you by a link, until %(moment)s UTC.") % {"moment": until}


def note_on_exhibition(exhibition: Exhibition) -> str:
    """Of an exhibition as its organiser is told of it: others do not see it at all."""
    if exhibition.is_hidden:
        return _("Withheld by the house: only you see this exhibition.")
    return _("A draft: only you see this exhibition.") if exhibition.status == ExhibitionStatus.DRAFT else ""
