"""The jury as its organiser sees it: who is on it, and how far each has come, not what they gave."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count

from portfolio.exhibitions.standings import counted
from portfolio.hanging.faces import Face, faces_of
from portfolio.models import ConflictOfInterest, Exhibition, Juror, SubmissionStatus, SubmittedWork


@dataclass(frozen=True)
class Member:
    """Somebody on the jury: of `due` works they have scored `scored`; `conflicts` submissions are not theirs to judge."""

    user_id: UUID
    username: str
    name: str
    face: Face | None
    invited_at: datetime
    scored: int
    due: int
    conflicts: int


def members_of(exhibition: Exhibition) -> list[Member]:
    """All of them, in the order in which they were invited. Five queries for any number."""
    columns = ("pk", "user_id", "user__username", "user__artist__artist_name", "invited_at")
    rows = Juror.objects.filter(exhibition=exhibition).order_by("pk").values_list(*columns)
    faces = faces_of(row[1] for row in rows)
    works, scored, closed = works_by_artist(exhibition), scores_by_juror(exhibition), closed_to(exhibition)
    return [
        Member(
            user_id, username, name or username, faces.get(user_id), at, scored[pk], *due(works, closed[pk] | {user_id})
        )
        for pk, user_id, username, name, at in rows
    ]


def due(works: Counter[UUID], closed: set[UUID]) -> tuple[int, int]:
    """How many works are to be scored by who may not judge these artists, and how many submissions are kept from them."""
    return works.total() - sum(works[artist] for artist in closed), sum(1 for artist in closed if works[artist])


def works_by_artist(exhibition: Exhibition) -> Counter[UUID]:
    """How many works each artist has in it that others can see, of what was not withdrawn."""
    submitted = SubmittedWork.objects.visible_to(AnonymousUser()).filter(submission__exhibition=exhibition)
    standing = submitted.exclude(submission__status=SubmissionStatus.WITHDRAWN).order_by()
    return Counter(dict(standing.values_list("submission__artist").annotate(Count("pk"))))


def scores_by_juror(exhibition: Exhibition) -> Counter[int]:
    """How many of these works each juror has scored."""
    seen = SubmittedWork.objects.visible_to(AnonymousUser()).filter(submission__exhibition=exhibition)
    standing = counted().filter(work__in=seen.exclude(submission__status=SubmissionStatus.WITHDRAWN)).order_by()
    return Counter(dict(standing.values_list("juror").annotate(Count("pk"))))


def closed_to(exhibition: Exhibition) -> defaultdict[int, set[UUID]]:
    """The artists to whom each juror declared to be close."""
    declared: defaultdict[int, set[UUID]] = defaultdict(set)
    for juror_id, artist_id in ConflictOfInterest.objects.filter(juror__exhibition=exhibition).values_list(
        "juror", "artist"
    ):
        declared[juror_id].add(artist_id)
    return declared
