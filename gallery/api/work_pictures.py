"""The pictures of works as others see them: through the work, within its artist's limits, and not as pictures of the library."""

from typing import Any
from uuid import UUID

from gallery.api.addresses import thumbnail_url
from gallery.api.pictures import Row
from gallery.intake.kinds import TYPES
from gallery.intake.names import clean_name
from gallery.terms import LADDER, within


def addresses_of(artwork_id: UUID, base: str) -> Row:
    """Where a work's main picture is."""
    return {"image_url": f"{base}/api/artworks/{artwork_id}/image"}


def tell_views(row: Row, pictures: list[Row], *, viewer: Any, base: str) -> list[Row]:
    """The pictures of a work as views of it: their addresses are the work's, and lead to no larger copy than the viewer may
    have."""
    own = row["owner_id"] == viewer.pk
    return [tell_view(row, picture, own=own, base=base) for picture in pictures]


def veiled(picture: Row, *, of: Row, place: int) -> Row:
    """A picture of the library as it is told to whoever sees it through a work alone, at its place there from 0: under the
    work's words and times in place of its own, without counts, tags and albums. What the camera wrote is told as ever."""
    return {
        **picture,
        "title": of["title"],
        "description": "",
        "alt_text": "" if place else of["alt_text"],
        "original_filename": file_name(of["title"], place, picture["mime_type"]),
        "uploaded_at": of["created_at"],
        "updated_at": of["updated_at"],
        "allow_download": picture["allow_download"] and of["owner__artist__public_image_size"] == "original",
        "view_count": 0,
        "download_count": 0,
        "tags": [],
        "albums": [],
    }


def file_name(title: str, place: int, mime: str) -> str:
    """What a picture of a work is called as a file: by the work's title, numbered behind the first."""
    name = clean_name(title.replace("/", "-").replace("\\", "-")) or "artwork"
    return f"{name} {place + 1}.{extension_for(mime)}" if place else f"{name}.{extension_for(mime)}"


def extension_for(mime: str) -> str:
    """The extension that pictures of this type have. Raises KeyError for a type that is not taken."""
    return TYPES[mime].extensions[0]


def tell_view(row: Row, picture: Row, *, own: bool, base: str) -> Row:
    address, which = f"{base}/api/artworks/{row['pk']}", f"image={picture['id']}"
    limit = limit_of(row, own=own)
    if limit == "original" and not (own or picture["allow_download"]):
        limit = LADDER[-2]  # all but the original
    urls = {
        "self": picture["urls"]["self"],
        "page": f"{base}/artworks/{row['pk']}",
        "download": f"{address}/image?size={limit}&{which}",
        "thumbnail": f"{address}/thumbnail?{which}",
    }
    return {**picture, "thumbnails": tell_sizes(row, picture, own=own, base=base), "urls": urls}


def limit_of(row: Row, *, own: bool) -> str:
    """The largest size that the viewer may have of a work's pictures."""
    return "original" if own else row["owner__artist__public_image_size"]


def tell_sizes(row: Row, picture: Row, *, own: bool, base: str) -> Row:
    """The thumbnails of a picture of a work, through the work and within the limit; where `copies_in_works` told that one is
    fetched elsewhere, there. Of the work are needed `pk` and `owner__artist__public_image_size`, of the picture `id` and
    `thumbnails`."""
    limit, sizes = limit_of(row, own=own), picture["thumbnails"]
    allowed = {name: within(name, limit) for name in sizes}
    return {name: {**sizes[real], "url": address_of(row, picture, real, base=base)} for name, real in allowed.items()}


def address_of(row: Row, picture: Row, size: str, *, base: str) -> str:
    """Where a picture of a work is in this size: never where the library has it."""
    told: str = picture["thumbnails"][size]["url"]
    if told != thumbnail_url(base, picture["id"], size):
        return told
    return f"{base}/api/artworks/{row['pk']}/thumbnail?size={size}&image={picture['id']}"
