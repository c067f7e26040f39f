"""Telling people what happens in an exhibition: many of them by a task, so that nobody waits for it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from gallery.actions.reach import in_batches
from portfolio.models import Exhibition, Juror, Submission, SubmissionStatus
from social.notifying import notify
from social.notifying.deeds import Deed, tell
from social.notifying.kinds import kinds
from social.notifying.origin import origin

TOLD_DECISION = {
    "exhibition_accepted": SubmissionStatus.ACCEPTED,
    "exhibition_waitlisted": SubmissionStatus.WAITLISTED,
    "exhibition_declined": SubmissionStatus.REJECTED,
    "exhibition_running": SubmissionStatus.ACCEPTED,
}


def tell_organizer(kind: str, submission: Submission) -> None:
    """Tells the organiser of an artist's deed, within its transaction."""
    notify(
        kind,
        recipient_id=submission.exhibition.organizer_id,
        actor=submission.artist,
        target_type="exhibition",
        target_id=submission.exhibition_id,
        object_id=submission.pk,
    )


def ask_to_tell(kind: str, exhibition: Exhibition) -> None:
    """Has everyone told whom this kind of news concerns, once what is told of is committed."""
    from portfolio.tasks import tell_of_exhibition

    tell_of_exhibition.enqueue(kind, str(exhibition.pk), origin())


def tell_everyone(kind: str, exhibition_id: UUID, site: str) -> int:
    """Tells all whom this kind of news concerns, some hundreds at a time; each once, however often this is called. Returns how
    many they are."""
    exhibition = Exhibition.objects.select_related("organizer").filter(pk=exhibition_id).first()
    if exhibition is None:
        return 0
    actor = exhibition.organizer if kind == "exhibition_invited" else None
    people = sorted(set(concerned(kind, exhibition)))
    for some in in_batches(people):
        tell(Deed(kinds()[kind], actor, "exhibition", exhibition.pk, site=site), some)
    return len(people)


def concerned(kind: str, exhibition: Exhibition) -> Iterator[UUID]:
    """Whom a kind of news concerns, of those whose accounts are there and open."""
    active = User.objects.filter(is_active=True)
    if kind in TOLD_DECISION:
        yield from of_artists(exhibition, active).filter(status=TOLD_DECISION[kind]).values_list("artist", flat=True)
        return
    jury = Juror.objects.filter(exhibition=exhibition, user__in=active)
    yield from jury.values_list("user", flat=True)
    if kind == "exhibition_cancelled":
        yield from of_artists(exhibition, active).values_list("artist", flat=True)


def of_artists(exhibition: Exhibition, people: QuerySet[Any]) -> QuerySet[Submission]:
    """What was not withdrawn."""
    submissions = Submission.objects.filter(exhibition=exhibition, artist__in=people)
    return submissions.exclude(status=SubmissionStatus.WITHDRAWN)
