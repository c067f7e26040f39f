"""What waits for an artist, in numbers that lead to where it is done."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from gallery.models import Artwork, Image, Processing, Status
from portfolio.commissions.turns import waiting_for
from portfolio.models import Commission
from portfolio.organising.yours import judged_by, organised_by, tell_judged, tell_organised
from social.models import Comment
from social.notifying.telling import unread_count

MOST = 100
"""Nothing is counted further."""


class Waiting(NamedTuple):
    """So many of something, in words, and the address where it is done."""

    number: int
    words: str
    href: str


def waiting_on(person: Any) -> list[Waiting]:
    """All that waits for this person, what others wait for first; nothing that does not wait. At most eleven queries."""
    counts: list[tuple[int, Callable[[int], str], str]] = [
        (some(commissions_waiting_on(person)), commissions_wait, f"{reverse('studio-life')}#commissions"),
        (exhibitions_waiting_on(person), exhibitions_wait, f"{reverse('studio-life')}#exhibitions"),
        (some(Comment.objects.to_answer(person)), comments_wait, f"{reverse('studio-life')}#comments"),
        (unread_count(person), news_waits, f"{reverse('studio-life')}#news"),
        (some(unpublished(person)), drafts_wait, f"{reverse('studio-works')}?status=draft"),
        (some(failed(person)), failures_wait, f"{reverse('studio-library')}?processing=failed"),
    ]
    return [Waiting(number, words(number), href) for number, words, href in counts if number]


def some(rows: QuerySet[Any, Any]) -> int:
    """How many, as far as one counts."""
    return rows.order_by()[:MOST].count()


def commissions_waiting_on(person: Any) -> QuerySet[Commission]:
    return Commission.objects.visible_to(person).filter(waiting_for(person))


def exhibitions_waiting_on(person: Any) -> int:
    """Those that wait for a decision of who organises them, or for a juror's scores, among the first."""
    organised = tell_organised(list(organised_by(person)[:MOST]))
    judged = tell_judged(list(judged_by(person)[:MOST]), viewer=person)
    return sum(bool(line.waits) for line in [*organised, *judged])


def unpublished(person: Any) -> QuerySet[Artwork]:
    return Artwork.objects.visible_to(person).filter(owner=person, status=Status.DRAFT)


def failed(person: Any) -> QuerySet[Image]:
    return Image.objects.visible_to(person).filter(owner=person, processing=Processing.FAILED)


def commissions_wait(number: int) -> str:
    return ngettext("commission waits for you", "commissions wait for you", number)


def exhibitions_wait(number: int) -> str:
    return ngettext("exhibition waits for you", "exhibitions wait for you", number)


def comments_wait(number: int) -> str:
    return ngettext("comment to answer", "comments to answer", number)


def news_waits(number: int) -> str:
    return ngettext("notification that you have not read", "notifications that you have not read", number)


def drafts_wait(number: int) -> str:
    return ngettext("work that is a draft", "works that are drafts", number)


def failures_wait(number: int) -> str:
    return ngettext("picture that could not be drawn", "pictures that could not be drawn", number)
