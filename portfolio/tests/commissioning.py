"""Commissions for tests: rows in any state, and what their parties do over the API."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from rest_framework.test import APIClient

from portfolio.models import Commission, CommissionStatus, Note, Quote, StatusChange
from social.models import Cause

STATUSES = CommissionStatus.values
ASKED = {"title": "Harbour", "description": "The harbour at dawn."}


def row(client: Any, artist: Any, status: str = "requested", **facts: Any) -> Commission:
    """One in which `client` asks `artist`, in this state."""
    return Commission.objects.create(client=client, artist=artist, status=status, **(ASKED | facts))


def quote_in(commission: Commission, status: str = "offered", **facts: Any) -> Quote:
    """A quote of its artist, which is the last."""
    said = {"amount": "900", "currency": "EUR", "status": status} | facts
    quote = Quote.objects.create(commission=commission, author=commission.artist, **said)
    Commission.objects.filter(pk=commission.pk).update(quote_status=status)
    commission.refresh_from_db()
    return quote


def place(commission: Any, part: str = "") -> str:
    return f"/api/commissions/{getattr(commission, 'pk', commission)}{part and '/'}{part}"


def ask(client: APIClient, artist: Any, **said: Any) -> Any:
    """The answer to a request."""
    return client.post("/api/commissions", {"artist_id": str(artist.pk), **ASKED, **said})


def change(client: APIClient, commission: Commission, **said: Any) -> Any:
    return client.put(place(commission), said)


def move(client: APIClient, commission: Commission, status: str, **said: Any) -> Any:
    return change(client, commission, status=status, **said)


def told(client: APIClient, commission: Commission) -> dict[str, Any]:
    answer = client.get(place(commission))
    assert answer.status_code == 200, answer.content
    return answer.json()


def listed(client: APIClient, **query: Any) -> list[str]:
    """The titles on the first page of `commissions`."""
    answer = client.get("/api/commissions", query)
    assert answer.status_code == 200, answer.content
    return [each["title"] for each in answer.json()["results"]]


def kept(commission: Commission) -> dict[str, Any]:
    """All that is kept of it: what a refusal must leave as it is."""
    return {
        "row": Commission.objects.values().get(pk=commission.pk),
        "notes": list(Note.objects.values()),
        "quotes": list(Quote.objects.order_by("pk").values()),
        "log": StatusChange.objects.count(),
        "told": Cause.objects.count(),
    }


def log_of(commission: Commission) -> list[str]:
    """The statuses to which it went."""
    return [step.target for step in StatusChange.objects.filter(thing_id=commission.pk).order_by("pk")]


def in_days(days: int) -> Any:
    return timezone.now().date() + timedelta(days=days)
