"""Artists as a list shows them: who they are, and three of their works."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.models import Artist
from gallery.api.pictures import Row
from portfolio.discovery.showcases import featured_works
from portfolio.finding.artist_list import WORKS, showing
from portfolio.hanging.initials import initials
from portfolio.hanging.pictures import Picture
from portfolio.hanging.wall import COPIES, NARROWEST, WIDEST, Place
from portfolio.hanging.works import shown, tell_cards
from portfolio.portraits import portrait_url

PORTRAIT = ("user__portfolio__portrait", "user__portfolio__portrait__is_hidden")
COLUMNS = ("pk", "artist_name", "verified_at", "location", "specialties", "user__username", *PORTRAIT, WORKS)
STRIP = 3
HEIGHT = 208
"""Of a strip of works, in CSS pixels; where it is too wide, all shrink alike."""
EAGER = 2
"""Artists whose works are loaded at once, where the page begins with them."""
MOST_SPECIALTIES = 12
LOOKED_AT = 200


@dataclass(frozen=True)
class Maker:
    """An artist where they are linked to. `portrait` is empty where they show none."""

    username: str
    name: str
    initials: str
    location: str
    specialties: list[str]
    artwork_count: int
    portrait: str
    is_verified: bool
    works: list[Picture]


def tell_makers(rows: Sequence[Row], *, viewer: Any, eager: int = EAGER) -> list[Maker]:
    """Artists, of whom these are rows of `COLUMNS`; the works of so many are loaded at once. Two queries, and one where
    copies are fetched elsewhere."""
    if not rows:
        return []
    works = featured_works([row["pk"] for row in rows], viewer)
    told = tell_cards([work_id for ids in works.values() for work_id in ids], viewer=viewer)
    cards = {card["id"]: card for card in told}
    strips = {owner: first_of([cards[pk] for pk in ids if pk in cards]) for owner, ids in works.items()}
    return [tell_maker(row, strips.get(row["pk"], []), is_first=number < eager) for number, row in enumerate(rows)]


def first_of(cards: list[Row]) -> list[Row]:
    """Those that stand for an artist: what is veiled only where there is too little else."""
    return sorted(cards, key=lambda card: card["is_veiled"])[:STRIP]


def tell_maker(row: Row, cards: list[Row], *, is_first: bool) -> Maker:
    image_id, is_hidden = (row[name] for name in PORTRAIT)
    portrait = portrait_url(row["pk"], image_id, is_hidden=is_hidden, base="")
    return Maker(
        username=row["user__username"],
        name=row["artist_name"],
        initials=initials(row["artist_name"]),
        location=row["location"],
        specialties=row["specialties"],
        artwork_count=row[WORKS] or 0,
        portrait=f"{portrait}&size=square" if portrait else "",
        is_verified=row["verified_at"] is not None,
        works=[on_strip(card, is_first=is_first) for card in cards],
    )


def on_strip(card: Row, *, is_first: bool) -> Picture:
    """A work beside others, all equally high."""
    view = card["images"][0]
    width = round(min(max(view["width"] / view["height"], NARROWEST), WIDEST) * HEIGHT)
    place = Place((width, HEIGHT), f"(min-width: 40rem) {width}px, 33vw", is_first=is_first)
    return shown(card, view, COPIES, place, is_clear=view["is_clear"], is_veiled=card["is_veiled"])


def popular_specialties(artists: QuerySet[Artist]) -> list[str]:
    """What the most of the 200 most popular of these artists say that they do, under its first spelling. One query."""
    lists = showing(artists).order_by("-trend", "-pk").values_list("specialties", flat=True)[:LOOKED_AT]
    spelt: dict[str, str] = {}
    often = Counter(
        spelt.setdefault(name.casefold(), name) for specialties in lists for name in dict.fromkeys(specialties)
    )
    return sorted(often, key=lambda name: (-often[name], name.casefold()))[:MOST_SPECIALTIES]
