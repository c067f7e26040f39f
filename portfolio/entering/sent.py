"""The works of one's own submission as its page shows them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from portfolio.entering.choosing import titled
from portfolio.hanging.pictures import Picture
from portfolio.hanging.works import tell_cards
from portfolio.models import Submission, SubmissionStatus


@dataclass(frozen=True)
class Sent:
    """A work that was sent. `is_left_out`: the organiser accepted others of the submission; told once all is announced."""

    id: UUID
    title: str
    picture: Picture
    is_left_out: bool


def sent_works(submission: Submission, *, viewer: Any) -> list[Sent]:
    """In their order. Two queries."""
    chosen = dict(submission.works.order_by("position").values_list("artwork", "is_selected"))
    is_told = submission.status_for_artist == SubmissionStatus.ACCEPTED
    return [
        Sent(card["id"], card["title"], titled(card), is_told and not chosen[card["id"]])
        for card in tell_cards(list(chosen), viewer=viewer)
    ]
