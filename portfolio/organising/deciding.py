"""Deciding about several submissions, one by one: what is refused is told, and keeps nothing else from being done."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from accounts.exceptions import Refused
from portfolio.actions.submissions import decide_submission
from portfolio.models import Submission


@dataclass
class Outcome:
    """How many were decided, and of the others why not: by the artist's name, in words."""

    decided: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def decide_each(submissions: Iterable[Submission], *, by: Any, status: str) -> Outcome:
    """Each in a transaction of its own; what has that status already is left alone."""
    outcome = Outcome()
    for submission in submissions:
        try:
            decide_submission(submission=submission, by=by, status=status)
            outcome.decided += 1
        except (Refused, ValidationError) as refusal:
            outcome.refused.append((submission.artist.artist.artist_name, words_of(refusal)))
    return outcome


def words_of(refusal: Refused | ValidationError) -> str:
    """What it says to people."""
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal.detail)
