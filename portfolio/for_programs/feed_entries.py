"""What is in a feed: the newest works and pictures that anyone may see, told as a visitor is told them.

Mature works are left out: a reader of feeds shows what it gets without asking. So is a picture that a work shows: the work tells
of it already.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import AiTraining, Artist
from gallery.api.pictures import Row, tell_all
from gallery.api.works import tell_artworks
from gallery.credit import NO_TRAINING
from gallery.models import Artwork, Image
from portfolio.for_programs.feed import Entry
from portfolio.for_programs.linked_data.people import address_of
from portfolio.for_programs.plain_copies import PlainCopy, plain_copy
from portfolio.hanging.works import transparent

NEWEST = 50
# Pictures are looked through so far for those that no work shows: no index tells them apart.
LOOKED_THROUGH = 200
ANYONE = AnonymousUser()

Dated = tuple[datetime, UUID]


def newest_of_all(*, base: str) -> list[Entry]:
    """The newest works and pictures together, newest first, their addresses under `base` (`https://host`). A fixed number of
    queries; where works show all but a few of the newest 200 pictures, older ones may be missing."""
    works = dated(public_works(), by="sort_date")
    rows = Image.objects.visible_to(ANYONE).order_by("-uploaded_at", "-pk").values_list("uploaded_at", "pk", "is_shown")
    pictures = [(day, pk) for day, pk, is_shown in rows[:LOOKED_THROUGH] if not is_shown]
    newest = sorted([*works, *pictures], reverse=True)[:NEWEST]
    ids = [pk for _day, pk in newest]
    among = set(ids)
    found = entries_of_works([pk for _day, pk in works if pk in among], base=base)
    found |= entries_of_pictures([pk for _day, pk in pictures if pk in among], base=base)
    return [found[pk] for pk in ids if pk in found]


def newest_of(artist: Artist, *, base: str) -> list[Entry]:
    """An artist's newest works. A fixed number of queries."""
    ids = [pk for _day, pk in dated(public_works().filter(owner=artist.pk), by="sort_date")]
    found = entries_of_works(ids, base=base)
    return [found[pk] for pk in ids if pk in found]


def public_works() -> QuerySet[Artwork]:
    """Those that feeds tell of."""
    works: QuerySet[Artwork] = Artwork.objects.visible_to(ANYONE).filter(is_mature=False)
    return works


def dated(things: QuerySet[Any], *, by: str) -> list[Dated]:
    """When the newest came, and their ids."""
    return list(things.order_by(f"-{by}", "-pk").values_list(by, "pk")[:NEWEST])


def entries_of_works(ids: Sequence[UUID], *, base: str) -> dict[UUID, Entry]:
    """By id."""
    works = tell_artworks(ids, viewer=ANYONE, base=base)
    clear = transparent([work["images"][0]["id"] for work in works])
    return {
        work["id"]: Entry(
            **shared(work, work["artist"], work["images"][0]["rights"], base=base),
            page=work["url"],
            published_at=work["published_at"] or work["created_at"],
            copy=large_copy(work["images"][0], clear, base=base),
        )
        for work in works
    }


def entries_of_pictures(ids: Sequence[UUID], *, base: str) -> dict[UUID, Entry]:
    """By id."""
    clear = transparent(ids)
    return {
        picture["id"]: Entry(
            **shared(picture, picture["user"], picture["rights"], base=base),
            page=picture["urls"]["page"],
            published_at=picture["uploaded_at"],
            copy=large_copy(picture, clear, base=base),
        )
        for picture in tell_all(ids, viewer=ANYONE, base=base)
    }


def shared(thing: Row, artist: Row, rights: Row, *, base: str) -> Row:
    """What works and pictures are told by alike."""
    no_training = NO_TRAINING if rights["ai_training"] == AiTraining.DISALLOWED else ""
    return {
        "id": str(thing["id"]),
        "title": thing["title"] or _("Untitled"),
        "description": thing["description"],
        "alt_text": thing["alt_text"],
        "artist": artist["artist_name"],
        "artist_page": address_of(artist["username"], site=base),
        "updated_at": thing["updated_at"],
        "tags": thing["tags"],
        "rights": ". ".join(filter(None, [rights["copyright_notice"], no_training])),
    }


def large_copy(picture: Row, clear: set[UUID], *, base: str) -> PlainCopy:
    """As a PNG where it is transparent."""
    kind = "png" if picture["id"] in clear else "jpeg"
    return plain_copy(picture["thumbnails"]["large"], base=base, kind=kind)
