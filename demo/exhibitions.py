"""Exhibitions of the demo, from the call for entry to the last day: organised, judged and entered by its artists."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from gallery.models import Artwork
from portfolio.actions.exhibitions import announce, change_exhibition, create_exhibition
from portfolio.actions.jurors import invite_juror
from portfolio.actions.scores import score
from portfolio.actions.submissions import decide_submission, submit
from portfolio.models import Exhibition, ExhibitionStatus, Submission, SubmissionStatus

COURSE = [status.value for status in ExhibitionStatus][:-1]
"""The statuses that an exhibition goes through, in their order."""
STATEMENT = "These belong together: I made them in one stretch, and would like to see them on one wall."
AHEAD = timedelta(days=30)


@cache
def plans() -> list[dict[str, Any]]:
    """What is to be shown; `days`: deadline, first and last day, in days from today."""
    found: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "exhibitions.toml").read_text())["exhibition"]
    return found


def exhibit(artists: list[User]) -> Iterator[str]:
    """Holds each exhibition that is not there yet, one artist organising each; tells of each when it is."""
    for number, plan in enumerate(plans()):
        organizer, *others = artists[number:] + artists[:number]
        if len(others) > 3 and not Exhibition.objects.filter(organizer=organizer, title=plan["title"]).exists():
            hold(plan, organizer, others)
        yield f"exhibition {plan['title']}"


@transaction.atomic
def hold(plan: dict[str, Any], organizer: User, others: list[User]) -> None:
    """From the draft to where it is; all of it, or nothing."""
    rng = Random(plan["title"])  # noqa: S311  nothing secret
    exhibition = create_exhibition(by=organizer, status="draft", **facts_of(plan))
    jury, artists = others[:2], others[2:]
    for juror in jury:
        invite_juror(exhibition=exhibition, by=organizer, username=juror.username)
    for status in COURSE[1 : COURSE.index(plan["status"]) + 1]:
        go_on(exhibition, status, organizer)
        if status == ExhibitionStatus.OPEN:
            enter(exhibition, artists)
        if status == ExhibitionStatus.JURYING:
            judge(exhibition, jury, rng)
    deadline, first, last = days_of(plan)
    Exhibition.objects.filter(pk=exhibition.pk).update(
        submission_deadline=deadline, exhibition_start=first, exhibition_end=last
    )


def days_of(plan: dict[str, Any]) -> tuple[datetime, Any, Any]:
    """The deadline, the first day and the last."""
    today = timezone.now().date()
    deadline, first, last = (today + timedelta(days=days) for days in plan["days"])
    return datetime.combine(deadline, time.max, timezone.now().tzinfo).replace(microsecond=0), first, last


def facts_of(plan: dict[str, Any]) -> dict[str, Any]:
    """As it is called out: with days ahead, whatever they are in the end."""
    today = timezone.now()
    return {
        "title": plan["title"],
        "description": plan["description"],
        "requirements": plan["requirements"],
        "location": plan["location"],
        "is_virtual": plan.get("virtual", False),
        "blind": plan.get("blind", False),
        "max_artworks_per_submission": plan["most"],
        "submission_fee": Decimal(plan.get("fee", "0")),
        "currency": plan.get("currency", ""),
        "submission_deadline": today + AHEAD,
        "exhibition_start": today.date() + 2 * AHEAD,
        "exhibition_end": today.date() + 3 * AHEAD,
    }


def go_on(exhibition: Exhibition, status: str, organizer: User) -> None:
    """On to a status; where it announces, every submission is decided before."""
    exhibition.refresh_from_db()
    if status == ExhibitionStatus.ANNOUNCED:
        decide(exhibition, organizer)
        announce(exhibition=exhibition, by=organizer)
    else:
        change_exhibition(exhibition=exhibition, by=organizer, status=status)


def enter(exhibition: Exhibition, artists: list[User]) -> None:
    """Each artist submits as many of their newest works as may be."""
    most = exhibition.max_artworks_per_submission
    for artist in artists:
        works = Artwork.objects.public().filter(owner=artist).order_by("-sort_date").values_list("pk", flat=True)
        if chosen := list(works[:most]):
            submit(exhibition=exhibition, by=artist, artwork_ids=chosen, artist_statement=STATEMENT)


def judge(exhibition: Exhibition, jury: list[User], rng: Random) -> None:
    """The first juror is done; the other half."""
    submissions = list(Submission.objects.filter(exhibition=exhibition).select_related("exhibition"))
    for juror, some in zip(jury, (submissions, submissions[: len(submissions) // 2]), strict=True):
        for submission in some:
            score(submission=submission, by=juror, score=rng.randint(3, 10))


def decide(exhibition: Exhibition, organizer: User) -> None:
    """Every third waits, every fourth is declined, the rest is accepted."""
    submissions = Submission.objects.filter(exhibition=exhibition).select_related("exhibition").order_by("pk")
    for number, submission in enumerate(submissions):
        verdicts = {3: SubmissionStatus.REJECTED, 2: SubmissionStatus.WAITLISTED}
        verdict = verdicts.get(number % 4, SubmissionStatus.ACCEPTED)
        decide_submission(submission=submission, by=organizer, status=verdict)
