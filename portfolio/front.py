"""The page of a portfolio: its parts in their artist's order."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator

from gallery.api.pictures import Row
from gallery.api.rooms import tell_galleries
from gallery.models import Artwork
from portfolio.discovery.showcases import MOST_WORKS, featured_works, newest_galleries
from portfolio.hanging.layouts import hang_works, in_rows, room_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.rooms import Room, rooms
from portfolio.hanging.wall import Place
from portfolio.hanging.works import cover_of, shown, tell_cards
from portfolio.looks.look import Look

ON_A_PAGE = 100
LARGE = ("medium", "large", "xlarge")
# As the style sheet has it: as wide as the page, and no higher than three quarters of the window.
COVER = "min(100vw, 90rem, {height:.0f}svh)"


def front_of(artist: Row, look: Look, *, viewer: Any, number: Any, site: str) -> Row:
    """What the page of this artist shows, as `tell_profile` tells of them, in this look: at most nine queries, however much
    hangs there. Behind the first page are works alone. Raises InvalidPage for one that there is not."""
    page = works_on(artist["id"], look, viewer=viewer, number=number)
    is_front = page.number == 1
    sections = look.sections if is_front else ["works"]
    picked = picks_of(artist["id"], page, viewer=viewer) if "featured" in sections else []
    ids, covers = list(page), [look.cover] if look.cover and is_front else []
    told = {card["id"]: card for card in tell_cards(list({*ids, *picked, *covers}), viewer=viewer)}
    cards, cover = [told[pk] for pk in ids if pk in told], next((told[pk] for pk in covers if pk in told), None)
    hero = hero_of(cover) if cover and not cover["is_veiled"] else None
    featured = in_rows([told[pk] for pk in picked if pk in told], is_top=not hero)
    return {
        "page": page,
        "sections": [f"portfolio/_section_{name}.html" for name in sections],
        "hero": hero,
        "featured": featured,
        "rooms": rooms_of(artist["id"], viewer=viewer) if "galleries" in sections else [],
        "works": hang_works(cards, look.layout, is_top=not (hero or featured)),
        "cover": cover_of([cover, *cards] if cover else cards, base=site),
    }


def works_on(artist_id: UUID, look: Look, *, viewer: Any, number: Any) -> Page:
    """A page of the works that the viewer sees, the newest first; none where their artist leaves them out."""
    works = Artwork.objects.visible_to(viewer).filter(owner=artist_id).order_by("-sort_date", "-pk")
    shown_works = works if "works" in look.sections else works.none()
    return Paginator(shown_works.values_list("pk", flat=True), ON_A_PAGE).page(number)


def picks_of(artist_id: UUID, page: Page, *, viewer: Any) -> list[UUID]:
    """Some works ahead of all of them, where those are so many that it helps, or are not shown."""
    if 0 < page.paginator.count <= 2 * MOST_WORKS:
        return []
    return featured_works([artist_id], viewer).get(artist_id, [])


def rooms_of(artist_id: UUID, *, viewer: Any) -> list[Room]:
    newest = newest_galleries([artist_id], viewer).get(artist_id, [])
    return rooms(tell_galleries(newest, viewer=viewer, base=""))


def hero_of(card: Row) -> Picture:
    """The work at the top of the page, as large as the viewer may have it."""
    width, height = room_of(card)
    view = card["images"][0]
    place = Place((width, height), COVER.format(height=75 * width / height), is_first=True)
    return shown(card, view, LARGE, place, is_clear=view["is_clear"])
