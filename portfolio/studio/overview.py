"""What an artist sees first in their studio: their newest pictures and works, and how much room is left."""

from typing import Any, NamedTuple

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from accounts.models import Statistics
from gallery.api.addresses import thumbnail_url
from gallery.models import Artwork, Image
from portfolio.hanging.works import tell_cards

SHOWN = 8


class Tile(NamedTuple):
    """A square picture that leads to where its thing is worked on."""

    src: str
    title: str
    href: str


class Room(NamedTuple):
    """How many bytes are taken of those that are allowed, as numbers and in words."""

    used: int
    allowed: int
    used_words: str
    allowed_words: str


def newest_pictures(person: Any) -> list[Tile]:
    """The last that came in. One query."""
    rows = Image.objects.visible_to(person).filter(owner=person).order_by("-uploaded_at", "-pk")
    return [
        Tile(thumbnail_url("", pk, "square"), title or name, reverse("studio-image", args=[pk]))
        for pk, title, name in rows.values_list("pk", "title", "file__original_filename")[:SHOWN]
    ]


def newest_works(person: Any) -> list[Tile]:
    """The last that were made. Two queries, and one where copies are fetched elsewhere."""
    ids = (
        Artwork.objects.visible_to(person)
        .filter(owner=person)
        .order_by("-created_at", "-pk")
        .values_list("pk", flat=True)
    )
    return [
        Tile(card["thumbnails"]["small"]["url"], card["title"], reverse("studio-work", args=[card["id"]]))
        for card in tell_cards(list(ids[:SHOWN]), viewer=person)
    ]


def room_of(statistics: Statistics) -> Room:
    """Of their quota."""
    used, allowed = statistics.storage_used, statistics.storage_quota
    return Room(used, allowed, filesizeformat(used), filesizeformat(allowed))
