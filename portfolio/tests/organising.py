"""An organiser's pages for tests: what their forms send."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from rest_framework.test import APIClient

from portfolio.models import Exhibition

LOCAL = "%Y-%m-%dT%H:%M"


def call(**facts: Any) -> dict[str, str]:
    """What the form of a new exhibition sends, with the deadline in a week."""
    sent = {
        "title": "Salt and Light",
        "time_zone": "Europe/Oslo",
        "submission_deadline": f"{timezone.now() + timedelta(days=7):{LOCAL}}",
        "max_artworks_per_submission": "10",
        "min_pixels": "0",
        "submission_fee": "0",
        "score_scale": "10",
    }
    return sent | facts


def page_of(exhibition: Exhibition, rest: str = "submissions") -> str:
    return f"/exhibitions/{exhibition.pk}/{rest}"


def press(client: APIClient, exhibition: Exhibition, rest: str, **sent: Any) -> str:
    """Where a button of a page leads to, which did or refused something."""
    answer = client.post(page_of(exhibition, rest), sent, format="multipart")
    assert answer.status_code in (302, 303), answer.content
    return answer.headers["Location"]


def said(client: APIClient, exhibition: Exhibition, rest: str = "submissions") -> str:
    """What the page says of what was done before."""
    context = client.get(page_of(exhibition, rest)).context
    return " ".join(str(message) for message in context["messages"])
