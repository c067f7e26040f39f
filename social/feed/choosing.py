"""What is recommended to a person, and why.

The score of a work is the sum of five signals, each from 0 to 1 and weighed:

    8 · n / (n + 2)     n people like it who like what the person likes
    5 · m / (m + 2)     m times one of its tags stands on what the person likes
    3 · overlap         of its palette with that of one of the last eight they like (`gallery.imaging.kinship`), where it is
                        0.3 at least
    2 · t / (t + 5)     t its trend (`Artwork.trend`): one like today gives half
    ½ · 2^(-a / 30)     a its age in days

Its reason is the signal that gives most, so whoever likes nothing meets what trends, and where nothing does, what is new. Of
equals the newest comes first. No artist has more than three of the sixty works.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from gallery.imaging.kinship import Palette, overlap_of, palette_of
from gallery.models import ArtworkImage, ArtworkTag
from social.feed.candidates import liked_by, liked_together, open_to, pools, tags_liked
from social.models import Recommendation

Why = Recommendation.Reason
WEIGHTS = {Why.LIKED_TOGETHER: 8.0, Why.TAGS: 5.0, Why.COLORS: 3.0, Why.POPULAR: 2.0, Why.FRESH: 0.5}
MOST = 60
OF_ARTIST = 3
PALETTES = 8
LEAST_OVERLAP = 0.3
HALF_TREND = 5.0
HALF_LIFE = timedelta(days=30)


class Chosen(NamedTuple):
    """A work that is recommended; `liked_id` and `detail`, a tag, tell what the reason refers to."""

    artwork_id: UUID
    reason: Why
    liked_id: UUID | None
    detail: str


class Facts(NamedTuple):
    """What of a work is weighed."""

    pk: UUID
    owner_id: UUID
    date: datetime
    trend: float
    palette: Palette


class Signal(NamedTuple):
    """How strongly a reason speaks for a work, 0 to 1, and what it refers to."""

    strength: float
    liked_id: UUID | None = None
    detail: str = ""


def choose(viewer: Any, *, now: datetime) -> list[Chosen]:
    """What to recommend to a person, the best first, 60 works at most. At most eight queries, however much there is."""
    liked = liked_by(viewer)
    together, tags = liked_together(liked, viewer), tags_liked(liked)
    works = facts_of(viewer, {*together, *pools(list(tags))})
    tagged, palettes = tags_of(works, tags), palettes_of(liked[:PALETTES])
    ranked = []
    for work in works.values():
        signals = signals_of(work, now=now) | {Why.COLORS: nearest(work.palette, palettes)}
        if work.pk in together:
            number, foremost = together[work.pk]
            signals[Why.LIKED_TOGETHER] = Signal(number / (number + 2), foremost)
        if work.pk in tagged:
            signals[Why.TAGS] = shared(tagged[work.pk], tags)
        ranked.append((score(signals), work.date, work.pk, signals))
    ranked.sort(key=lambda each: each[:3], reverse=True)
    return list(varied(((works[pk], signals) for _score, _date, pk, signals in ranked), most=MOST))


def signals_of(work: Facts, *, now: datetime) -> dict[Why, Signal]:
    """The signals that a work gives by itself."""
    age = max(timedelta(), now - work.date)
    return {
        Why.POPULAR: Signal(work.trend / (work.trend + HALF_TREND)),
        Why.FRESH: Signal(2.0 ** -(age / HALF_LIFE)),
    }


def nearest(palette: Palette, palettes: dict[UUID, Palette]) -> Signal:
    """The liked work whose colours this palette has most of."""
    overlaps = [Signal(overlap_of(palette, theirs), pk) for pk, theirs in palettes.items()]
    best = max(overlaps, key=lambda signal: signal.strength, default=Signal(0))
    return best if best.strength >= LEAST_OVERLAP else Signal(0)


def shared(theirs: Collection[int], tags: dict[int, tuple[str, int]]) -> Signal:
    """How much of what is liked has these tags; the first of them in the order of `tags` is the one to name."""
    times = sum(tags[tag][1] for tag in theirs)
    return Signal(times / (times + 2), detail=next(tags[tag][0] for tag in tags if tag in theirs))


def score(signals: dict[Why, Signal]) -> float:
    return sum(WEIGHTS[reason] * signal.strength for reason, signal in signals.items())


def varied(works: Iterable[tuple[Facts, dict[Why, Signal]]], *, most: int) -> Iterator[Chosen]:
    """The first so many works, no more than three of an artist, each with the reason that gives most."""
    of_artist: Counter[UUID] = Counter()
    for work, signals in works:
        if of_artist[work.owner_id] < OF_ARTIST and of_artist.total() < most:
            of_artist[work.owner_id] += 1
            reason = max(signals, key=lambda each: WEIGHTS[each] * signals[each].strength)
            yield Chosen(work.pk, reason, signals[reason].liked_id, signals[reason].detail)


def facts_of(viewer: Any, artworks: Collection[UUID]) -> dict[UUID, Facts]:
    """Of those works that may be recommended to this person, by id. One query."""
    works = open_to(viewer).filter(pk__in=artworks, views__position=0)
    rows = works.values_list("pk", "owner_id", "sort_date", "trend", "views__image__colors")
    return {pk: Facts(pk, owner, date, trend, palette_of(colors)) for pk, owner, date, trend, colors in rows}


def palettes_of(artworks: Collection[UUID]) -> dict[UUID, Palette]:
    """The colours of these works, by id, in their order. One query."""
    rows = ArtworkImage.objects.filter(artwork__in=artworks, position=0)
    found = dict(rows.values_list("artwork", "image__colors"))
    return {pk: palette_of(found[pk]) for pk in artworks if pk in found}


def tags_of(artworks: Collection[UUID], tags: Collection[int]) -> dict[UUID, set[int]]:
    """Which of these tags each of these works has. One query."""
    found: dict[UUID, set[int]] = defaultdict(set)
    rows = ArtworkTag.objects.filter(artwork__in=artworks, tag__in=tags)
    for artwork_id, tag in rows.values_list("artwork", "tag"):
        found[artwork_id].add(tag)
    return found
