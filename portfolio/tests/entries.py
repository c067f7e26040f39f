"""Exhibitions, submissions and juries for tests: rows where the way to them is another test's, and all of it through the API."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from rest_framework.test import APIClient

from conftest import person
from gallery.models import Artwork, Watermark
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.models import ConflictOfInterest, Exhibition, Juror, Submission, SubmittedWork


def new_exhibition(organizer: Any, **facts: Any) -> Exhibition:
    """One that is open for entry until tomorrow, unless said otherwise."""
    given = {"title": "Salt and Light", "status": "open", "submission_deadline": timezone.now() + timedelta(days=1)}
    given |= facts
    if given["status"] in {"announced", "running", "closed"}:
        given.setdefault("announced_at", timezone.now())
    return Exhibition.objects.create(organizer=organizer, **given)


def new_juror(exhibition: Exhibition, user: Any, *, close_to: tuple = ()) -> Juror:
    """Somebody on the jury, who declared to be close to these artists."""
    juror = Juror.objects.create(exhibition=exhibition, user=user)
    for artist in close_to:
        ConflictOfInterest.objects.create(juror=juror, artist=artist)
    return juror


def new_submission(exhibition: Exhibition, artist: Any, *works: Artwork, status: str = "submitted") -> Submission:
    """A submission of these works, or of a new one."""
    submission = Submission.objects.create(exhibition=exhibition, artist=artist, status=status)
    for position, work in enumerate(works or (new_work(artist),)):
        SubmittedWork.objects.create(submission=submission, artwork=work, position=position)
    return submission


def path(exhibition: Exhibition, rest: str = "submissions") -> str:
    return f"/api/exhibitions/{exhibition.pk}/{rest}"


def at(submission: Submission, rest: str = "") -> str:
    """The address of a submission."""
    return f"/api/exhibitions/{submission.exhibition_id}/submissions/{submission.pk}{rest}"


def send(client: APIClient, exhibition: Exhibition, *works: Any, **fields: Any) -> Any:
    """The answer to submitting these works."""
    ids = [getattr(work, "pk", work) for work in works]
    return client.post(path(exhibition, "submit"), {"artwork_ids": ids, **fields})


def listed(client: APIClient, exhibition: Exhibition, **query: Any) -> list[dict[str, Any]]:
    """The first page of what is submitted, as this client is told of it."""
    answer = client.get(path(exhibition), query)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def told(client: APIClient, submission: Submission) -> dict[str, Any]:
    answer = client.get(at(submission))
    assert answer.status_code == 200, answer.content
    return answer.json()


def work_of(artist: Any, width: int = 400, height: int = 300, **facts: Any) -> Artwork:
    """A published work whose main picture has these pixels."""
    picture = new_image(artist, visibility="private", width=width, height=height)
    return new_work(artist, images=(picture,), **facts)


def signing(owner: Any, text: str = "(c) Ada Lovelace") -> Watermark:
    """A watermark that lies over all that others get of a person's works."""
    return Watermark.objects.create(owner=owner, text=text, enabled=True)


def crowd(number: int, name: str = "artist") -> list[Any]:
    return [person(f"{name}{index:02}") for index in range(number)]
