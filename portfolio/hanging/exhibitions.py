"""Exhibitions as cards on a page, and what is on show in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField
from django.urls import reverse

from gallery.api.pictures import Row
from portfolio.exhibitions.covers import copies_of_cover
from portfolio.exhibitions.history import on_show_in
from portfolio.for_programs.plain_copies import preview
from portfolio.hanging.pictures import Cover, Picture
from portfolio.hanging.works import cover_of, srcset, tell_cards
from portfolio.labels.exhibitions import Deadline, days_of, deadline_of, place_of, state_of
from portfolio.models import Exhibition

# Rows of pictures are wide with all that is known of them.
BESIDE = (
    "organizer__username", "organizer__artist__artist_name", "cover__width", "cover__height", "cover__is_hidden",
    "cover__has_alpha", "cover__placeholder", "cover__alt_text",
)  # fmt: skip
OWN = tuple(field.name for field in Exhibition._meta.concrete_fields)
ON_A_CARD = tuple(name for name in OWN if name not in {"description", "requirements"})
COPIES = ("small", "medium", "large")
WIDTH, HEIGHT = 480, 320
# As the style sheet has it: a card is three to a row at the most, on a narrow screen as wide as that.
SIZES = "(min-width: 64rem) {desk:.1f}rem, (min-width: 40rem) {tablet:.0f}vw, {phone:.0f}vw"
# As the style sheet has it: half of the page at a desk.
HERO = "(min-width: 64rem) min(50vw, 45rem), 100vw"


@dataclass(frozen=True)
class Poster:
    """The picture of a card, of which a browser shows the middle."""

    src: str
    srcset: str
    sizes: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Card:
    """An exhibition where it is linked to; `deadline` is None where works cannot be submitted any more, `poster` where there is
    nothing to show of it: its name is set large in its place."""

    href: str
    title: str
    state: str
    organizer: str
    username: str
    place: str
    days: str
    deadline: Deadline | None
    poster: Poster | None


def for_cards(exhibitions: QuerySet[Exhibition], viewer: Any) -> QuerySet[Exhibition]:
    """With what a card shows of each, and `first_work`: the id of the first work on show that is not mature."""
    first = on_show_in(OuterRef("pk"), viewer).filter(artwork__is_mature=False).values("artwork")[:1]
    return with_those_beside(exhibitions, ON_A_CARD).annotate(first_work=Subquery(first, output_field=UUIDField()))


def for_page(exhibitions: QuerySet[Exhibition]) -> QuerySet[Exhibition]:
    """With what the page of one shows."""
    return with_those_beside(exhibitions, OWN)


def with_those_beside(exhibitions: QuerySet[Exhibition], names: Sequence[str]) -> QuerySet[Exhibition]:
    return exhibitions.select_related("organizer__artist", "cover").only(*names, *BESIDE)


def tell_exhibition_cards(exhibitions: Sequence[Any], *, viewer: Any) -> dict[UUID, Card]:
    """Of these, which `for_cards` has read, by id. One query where works stand for any, and one more where copies are fetched
    elsewhere."""
    firsts = {each.first_work for each in exhibitions if each.first_work and not copies_of_cover(each)}
    works = {card["id"]: card["thumbnails"] for card in tell_cards(list(firsts), viewer=viewer)} if firsts else {}
    return {each.pk: card_of(each, copies_of_cover(each) or works.get(each.first_work)) for each in exhibitions}


def card_of(exhibition: Exhibition, copies: Row | None) -> Card:
    return Card(
        href=reverse("exhibition", args=[exhibition.pk]),
        title=exhibition.title,
        state=state_of(exhibition),
        organizer=exhibition.organizer.artist.artist_name,
        username=exhibition.organizer.username,
        place=place_of(exhibition),
        days=days_of(exhibition),
        deadline=deadline_of(exhibition) if exhibition.is_open_for_entry else None,
        poster=poster_of(copies) if copies else None,
    )


def poster_of(copies: Row) -> Poster:
    """What is wider than its room must be larger, for its height to fill it."""
    medium = copies["medium"]
    cropped = max(1.0, medium["width"] / medium["height"] * HEIGHT / WIDTH)
    sizes = SIZES.format(desk=29 * cropped, tablet=46 * cropped, phone=92 * cropped)
    return Poster(medium["url"], srcset([copies[name] for name in COPIES]), sizes)


def hero_of(exhibition: Exhibition) -> Picture | None:
    """Its cover at the head of its page, whole; None where it has none. Needs the cover."""
    copies, image = copies_of_cover(exhibition), exhibition.cover
    if not copies or image is None:
        return None
    return Picture(
        href="",
        title="",
        artist="",
        alt=image.alt_text,
        src=copies["medium"]["url"],
        srcset=srcset([copies[name] for name in (*COPIES, "xlarge")]),
        sizes=HERO,
        width=copies["large"]["width"],
        height=copies["large"]["height"],
        placeholder="" if image.has_alpha else image.placeholder,
        is_clear=image.has_alpha,
        is_first=True,
    )


def link_cover(exhibition: Exhibition, cards: Sequence[Row], *, base: str) -> Cover | None:
    """The picture that stands for it where it is linked to: its cover, else the first of these works that is not mature."""
    copies = copies_of_cover(exhibition)
    if not copies or exhibition.cover is None:
        return cover_of(cards, base=base)
    copy = preview(copies, base=base)
    return Cover(copy.url, copy.width, copy.height, exhibition.cover.alt_text or exhibition.title, copy.type)
