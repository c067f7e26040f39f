"""The figures of one day, reckoned from what happened on it.

Robots are left out, and what artists do with what is their own. A work's downloads are those of the pictures that it shows now.
Whoever looks at several works is one visitor of each, and one of their artist.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from gallery.models import Access, Visit
from portfolio.figures.days import DAY, beginning
from portfolio.figures.referrers import Origin, origin_of
from portfolio.models import Source, Subject
from social.models import Follow, Like

MEASURES = ("views", "visitors", "downloads", "likes", "followers")
MOST_HOSTS = 50
"""So many sites are told apart for a subject and a day: whoever makes up thousands of them fills no table."""


class Key(NamedTuple):
    """Whose figures of what."""

    artist: UUID
    subject: str
    subject_id: UUID


@dataclass
class Reckoned:
    """The figures of a day by the names in `MEASURES`, and how often it was looked at from where."""

    figures: defaultdict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    origins: defaultdict[Key, Counter[Origin]] = field(default_factory=lambda: defaultdict(Counter))


class Looks(NamedTuple):
    """Rows that are looks, each at one thing of an artist; at which, or at nothing that has figures of its own."""

    rows: QuerySet[Any]
    artist: str
    subject: str = ""


def reckon(day: date, *, artist: UUID | None = None) -> Reckoned:
    """The figures of a day, of all artists or of one. Eleven queries, of which each reads the rows of that day alone."""
    found = Reckoned()
    looks = looks_on(day, artist)
    for source in looks:
        count_looks(found, source)
        count_origins(found, source)
    count_visitors(found, looks)
    for key, measure, number in deeds_on(day, artist):
        found.figures[key][measure] += number
    fold_origins(found)
    return found


def looks_on(day: date, artist: UUID | None) -> list[Looks]:
    visits = Visit.objects.filter(on("at", day), is_robot=False)
    views = Access.objects.filter(on("at", day), is_robot=False, action=Access.Action.VIEW)
    return [
        Looks(of(artist, visits, "artwork__owner"), "artwork__owner", Subject.ARTWORK),
        Looks(of(artist, visits, "gallery__owner"), "gallery__owner", Subject.GALLERY),
        Looks(of(artist, views, "file__owner"), "file__owner"),
    ]


def on(column: str, day: date) -> Q:
    return Q(**{f"{column}__gte": beginning(day), f"{column}__lt": beginning(day + DAY)})


def of(artist: UUID | None, rows: QuerySet[Any], column: str) -> QuerySet[Any]:
    """Those of one artist, or of all who have any."""
    narrowed = rows.filter(**{column: artist}) if artist else rows.filter(**{f"{column}__isnull": False})
    return narrowed.order_by()


def count_looks(found: Reckoned, looks: Looks) -> None:
    """Views of each thing and of its artist, and visitors of each thing."""
    things = [looks.subject] if looks.subject else []
    counts = {"views": Count("pk"), "people": Count("viewer_key", distinct=True)}
    for artist, *thing, views, people in looks.rows.values_list(looks.artist, *things).annotate(**counts).iterator():
        found.figures[Key(artist, Subject.ARTIST, artist)]["views"] += views
        for thing_id in thing:
            found.figures[Key(artist, looks.subject, thing_id)] += Counter(views=views, visitors=people)


def count_origins(found: Reckoned, looks: Looks) -> None:
    """From where each thing was looked at, and all that is its artist's."""
    things = [looks.subject] if looks.subject else []
    rows = looks.rows.values_list(looks.artist, *things, "referrer").annotate(views=Count("pk"))
    for artist, *thing, referrer, views in rows.iterator():
        origin = origin_of(referrer)
        found.origins[Key(artist, Subject.ARTIST, artist)][origin] += views
        for thing_id in thing:
            found.origins[Key(artist, looks.subject, thing_id)][origin] += views


def count_visitors(found: Reckoned, looks: list[Looks]) -> None:
    """Each visitor of an artist once, at whatever they looked."""
    first, *rest = (each.rows.values_list(each.artist, "viewer_key") for each in looks)
    for artist, _key in first.union(*rest).iterator():
        found.figures[Key(artist, Subject.ARTIST, artist)]["visitors"] += 1


def deeds_on(day: date, artist: UUID | None) -> Iterator[tuple[Key, str, int]]:
    """Downloads, likes and new followers."""
    downloads = Access.objects.filter(on("at", day), is_robot=False, action=Access.Action.DOWNLOAD)
    for owner, number in counted(of(artist, downloads, "file__owner"), "file__owner"):
        yield Key(owner, Subject.ARTIST, owner), "downloads", number
    shown = "file__image__artwork_views__artwork"
    for owner, work, number in counted(of(artist, downloads, f"{shown}__owner"), f"{shown}__owner", shown):
        yield Key(owner, Subject.ARTWORK, work), "downloads", number
    likes = Like.objects.filter(on("liked_at", day)).exclude(user=F("artwork__owner"))
    for owner, work, number in counted(of(artist, likes, "artwork__owner"), "artwork__owner", "artwork"):
        yield Key(owner, Subject.ARTIST, owner), "likes", number
        yield Key(owner, Subject.ARTWORK, work), "likes", number
    follows = Follow.objects.filter(on("followed_at", day))
    for owner, number in counted(of(artist, follows, "artist"), "artist"):
        yield Key(owner, Subject.ARTIST, owner), "followers", number


def counted(rows: QuerySet[Any], *columns: str) -> Iterator[Any]:
    return rows.values_list(*columns).annotate(number=Count("pk")).iterator()


def fold_origins(found: Reckoned) -> None:
    """Makes one of all sites but those that were come from most."""
    for key, origins in found.origins.items():
        sites = sorted((each for each in origins if each[1]), key=lambda each: (-origins[each], each[1]))
        for site in sites[MOST_HOSTS:]:
            found.origins[key][Source.OTHER, ""] += origins.pop(site)
