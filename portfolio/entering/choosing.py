"""The works that an artist can choose from, and those that they have chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from gallery.api.pictures import Row
from gallery.models import Artwork
from portfolio.exhibitions.requirements import faults_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb_of_card
from portfolio.hanging.works import tell_cards
from portfolio.models import Exhibition


@dataclass(frozen=True)
class Choice:
    """A work as it can be chosen; `faults` say why it does not fit."""

    id: UUID
    title: str
    picture: Picture
    faults: list[str]
    is_chosen: bool


def published_by(artist: Any, *, query: str = "") -> QuerySet[Artwork]:
    """The works that they may submit, the newest first; with a `query`, those whose titles have it in them."""
    own = Artwork.objects.visible_to(artist).filter(owner=artist, is_public=True)
    named = own.filter(title__icontains=query) if query else own
    return named.order_by("-sort_date", "-pk")


def choices(exhibition: Exhibition, artwork_ids: Sequence[UUID], *, by: Any, chosen: Sequence[UUID]) -> list[Choice]:
    """These works of theirs, in this order. As many queries for any number: that of the cards, and those of `faults_of`."""
    faults = faults_of(exhibition, artwork_ids, by=by)
    return [
        Choice(card["id"], card["title"], titled(card), list(faults.get(card["id"], ())), card["id"] in set(chosen))
        for card in tell_cards(artwork_ids, viewer=by)
    ]


def titled(card: Row) -> Picture:
    """The small picture of a work beside its title, which is not said twice."""
    return replace(thumb_of_card(card), title=card["title"])
