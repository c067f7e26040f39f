"""What goes on around an artist: the first of each kind, what waits for them on top."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portfolio.commissioning.lists import lines_of, own_commissions
from portfolio.commissioning.seen import Seen
from portfolio.hanging.faces import Face, faces_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb_of_card
from portfolio.hanging.works import tell_cards
from portfolio.labels.moments import moment_of
from portfolio.organising import yours
from social.models import Comment, Follow, Notification
from social.notifying.telling import rows_of, tell_notifications

SHOWN = 6
"""So many of each, with a way to the others."""
AUTHOR = ("commenter__username", "commenter__artist__artist_name")
FOLLOWER = ("follower_id", "followed_at", "follower__username", "follower__artist__artist_name")


class Said(NamedTuple):
    """A comment that waits for an answer, with who said it, below which work, and when in words."""

    id: UUID
    text: str
    username: str
    name: str
    face: Face | None
    work: Picture | None
    title: str
    href: str
    at: datetime
    when: str


class Follower(NamedTuple):
    """Who follows, since when in words."""

    username: str
    name: str
    face: Face | None
    at: datetime
    when: str


def news_of(person: Any) -> list[dict[str, Any]]:
    """What they were told, what is unread first. Two queries, and one for each type of thing that it is about."""
    rows = list(rows_of(Notification.objects.visible_to(person).order_by("-created_at", "-pk"))[: SHOWN * 2])
    unread_first = sorted(rows, key=lambda row: row["read_at"] is not None)[:SHOWN]
    faces, now = faces_of(row["actor_id"] for row in unread_first if row["actor_id"]), timezone.now()
    return [
        line
        | {"face": faces.get(line["actor"] and line["actor"]["id"]), "when": moment_of(line["created_at"], now=now)}
        for line in tell_notifications(unread_first, viewer=person)
    ]


def comments_for(person: Any, *, limit: int = SHOWN) -> list[Said]:
    """What waits for their answer, the last first. Three queries, and one where copies are fetched elsewhere."""
    waiting = Comment.objects.to_answer(person).order_by("-pk")
    return tell_said(
        list(waiting.values("pk", "comment_text", "created_at", "artwork", "commenter", *AUTHOR)[:limit]), person
    )


def tell_said(rows: Sequence[dict[str, Any]], person: Any) -> list[Said]:
    """These comments, read by `values`, for a template."""
    cards = {card["id"]: card for card in tell_cards(list({row["artwork"] for row in rows}), viewer=person)}
    faces, now = faces_of(row["commenter"] for row in rows), timezone.now()
    return [
        Said(
            id=row["pk"],
            text=row["comment_text"],
            username=row["commenter__username"],
            name=row["commenter__artist__artist_name"],
            face=faces.get(row["commenter"]),
            work=thumb_of_card(cards[row["artwork"]]) if row["artwork"] in cards else None,
            title=cards[row["artwork"]]["title"] if row["artwork"] in cards else "",
            href=reverse("comment", args=[row["pk"]]),
            at=row["created_at"],
            when=moment_of(row["created_at"], now=now),
        )
        for row in rows
    ]


def followers_of(person: Any) -> list[Follower]:
    """The last who followed. Two queries."""
    follows = Follow.objects.visible_to(person).filter(artist=person).order_by("-followed_at", "-pk")
    rows = list(follows.values(*FOLLOWER)[:SHOWN])
    faces, now = faces_of(row["follower_id"] for row in rows), timezone.now()
    return [
        Follower(
            username=row["follower__username"],
            name=row["follower__artist__artist_name"],
            face=faces.get(row["follower_id"]),
            at=row["followed_at"],
            when=moment_of(row["followed_at"], now=now),
        )
        for row in rows
    ]


def commissions_of(person: Any) -> list[tuple[Seen, Face | None]]:
    """Their commissions, those that wait for them first. Two queries."""
    return lines_of(list(own_commissions(person)[:SHOWN]), viewer=person)


def exhibitions_of(person: Any) -> list[tuple[str, str, list[yours.Line]]]:
    """By what they have to do with them: the name of the part, its heading, and its exhibitions, those that wait for them first.
    Seven queries at most."""
    parts = [
        ("organised", _("You organise"), yours.tell_organised(list(yours.organised_by(person)[:SHOWN]))),
        ("judged", _("You are on the jury"), yours.tell_judged(list(yours.judged_by(person)[:SHOWN]), viewer=person)),
        (
            "submitted",
            _("You submitted"),
            yours.tell_submitted(list(yours.submitted_by(person)[:SHOWN]), viewer=person),
        ),
    ]
    return [(name, heading, sorted(lines, key=lambda line: not line.waits)) for name, heading, lines in parts if lines]
