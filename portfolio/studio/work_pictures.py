"""Pictures of one's library, to choose from and as rows of a table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.requests import person
from gallery.api.copies import copies_of
from gallery.api.pictures import tags_of, thumbnails
from gallery.models import ArtworkImage, Image
from portfolio.finding.sheets import Sheet, sheet_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb

MOST = 100
"""So many works are made at once."""
COLUMNS = ("pk", "title", "alt_text", "original_filename", "width", "height", "placeholder", "has_alpha", "is_in_work")
BETWEEN = re.compile(r"[\s_]+|(?<=\w)-+(?=\w)")
LONGEST = 200


@dataclass(frozen=True)
class Shown:
    """A picture of one's library: what it is called, the words that stand for it, and whether a work shows it."""

    id: str
    name: str
    alt_text: str
    picture: Picture
    is_in_work: bool


def own_pictures(owner_id: UUID) -> QuerySet[Any, Any]:
    """With `is_in_work`: whether a work shows it."""
    in_a_work = Exists(ArtworkImage.objects.filter(image=OuterRef("pk")))
    return Image.objects.filter(owner=owner_id).annotate(is_in_work=in_a_work)


def sheet_of_pictures(
    request: HttpRequest, *, but: Sequence[str] = (), parameters: dict[str, str] | None = None
) -> tuple[Sheet, list[Shown]]:
    """A page of one's pictures, those in no work first, then the newest, without these and without those that a moderator
    hid. Two queries."""
    own = (
        own_pictures(person(request).pk)
        .filter(is_hidden=False)
        .exclude(pk__in=but)
        .order_by("is_in_work", "-uploaded_at", "-pk")
    )
    sheet = sheet_of(request, own.values(*COLUMNS), parameters or {})
    return sheet, tell(sheet.rows)


def pictures_named(owner_id: UUID, image_ids: Sequence[str]) -> list[Shown]:
    """Of these the person's own, each once, in this order; at most `MOST`. One query, and one where copies are elsewhere."""
    wanted = ids_in(image_ids)[:MOST]
    rows = {str(row["pk"]): row for row in own_pictures(owner_id).filter(pk__in=wanted).values(*COLUMNS)}
    return tell(rows[each] for each in wanted if each in rows)


def ids_in(texts: Iterable[str]) -> list[str]:
    """The ids among these texts, which may be lists with commas between, each once."""
    found = []
    for text in (each for texts_ in texts for each in texts_.split(",")):
        try:
            found.append(str(UUID(text.strip())))
        except ValueError:
            continue  # no id, so no picture of anyone's
    return list(dict.fromkeys(found))


def tell(rows: Iterable[dict[str, Any]]) -> list[Shown]:
    """Rows of `COLUMNS` as pages show them."""
    found = list(rows)
    copies = copies_of([row["pk"] for row in found])
    return [shown(row, copies[row["pk"]]) for row in found]


def shown(row: dict[str, Any], copies: Any) -> Shown:
    small = thumb(thumbnails(row, "", copies), placeholder=row["placeholder"], is_clear=row["has_alpha"])
    name = row["title"].strip() or readable(row["original_filename"])
    return Shown(str(row["pk"]), name, row["alt_text"], small, row["is_in_work"])


def readable(filename: str) -> str:
    """The name of a file as a title: `north_sea-02.jpg` becomes `North sea 02`."""
    words = BETWEEN.sub(" ", PurePath(filename).stem).strip()
    return (words[:1].upper() + words[1:])[:LONGEST] or _("Untitled")


def first_facts(pictures: Sequence[Shown]) -> list[dict[str, Any]]:
    """What a table of works to be made of these pictures begins with. One query."""
    tags = tags_of([UUID(each.id) for each in pictures])
    return [
        {
            "image_id": each.id,
            "title": each.name,
            "alt_text": each.alt_text,
            "tags": tags[UUID(each.id)],
            "availability_status": "available",
        }
        for each in pictures
    ]
