"""What happened in a commission, as its room shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from gallery.api.pictures import Row, thumbnails
from portfolio.commissions.timeline import Happening
from portfolio.hanging.faces import Face, faces_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb
from portfolio.labels.commissions import deed_of
from portfolio.labels.moments import moment_of
from portfolio.labels.money import money


@dataclass(frozen=True)
class Brought:
    """A file that a message brings; of a picture, what is shown of it and the largest copy `{url, width, height}`."""

    name: str
    size: int
    download: str
    picture: Picture | None
    full: Row | None


@dataclass(frozen=True)
class Shown:
    """A happening with its words: `deed` says what was done, empty where what was written stands for itself; `amount` is that of
    a quote."""

    happening: Happening
    name: str
    face: Face | None
    when: str
    deed: str
    amount: str
    files: Sequence[Brought]


def shown(happened: Sequence[Happening]) -> list[Shown]:
    """Each of these. One query."""
    faces = faces_of(each.author["id"] for each in happened if each.author)
    return [show(each, faces) for each in happened]


def show(each: Happening, faces: Mapping[UUID, Face]) -> Shown:
    author, quote = each.author, each.quote
    return Shown(
        happening=each,
        name=author["artist_name"] if author else "",
        face=faces.get(author["id"]) if author else None,
        when=moment_of(each.at, now=timezone.now()),
        deed=deed_of(each.kind, each.status),
        amount=money(quote.amount, quote.currency) if quote else "",
        files=[brought(file) for file in each.files],
    )


def brought(file: Row) -> Brought:
    """A file as a message tells it."""
    told: dict[str, Any] = {"name": file["name"], "size": file["size"], "download": file["urls"]["download"]}
    image = file["image"]
    if image is None:
        return Brought(**told, picture=None, full=None)
    copies = thumbnails({"pk": file["id"], "width": image["width"], "height": image["height"]}, "")
    picture = thumb(copies, alt=file["name"], placeholder=image["placeholder"], is_clear=not image["placeholder"])
    return Brought(**told, picture=picture, full=copies["xlarge"])
