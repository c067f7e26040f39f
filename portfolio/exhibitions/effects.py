"""What follows the moves of an exhibition, and of what is submitted to it, in their transactions."""

from django.utils import timezone

from portfolio.exhibitions.ahead import ask_to_draw
from portfolio.exhibitions.telling import ask_to_tell, tell_organizer
from portfolio.models import SubmissionStatus
from portfolio.workflow.machine import Move
from social.notifying import notify, withdraw

DECISIONS = {
    SubmissionStatus.ACCEPTED: "exhibition_accepted",
    SubmissionStatus.WAITLISTED: "exhibition_waitlisted",
    SubmissionStatus.REJECTED: "exhibition_declined",
}
"""What an artist is told of each."""


def tell_invited(move: Move) -> None:
    """Those on the jury are told now that they can see it."""
    ask_to_tell("exhibition_invited", move.thing)


def tell_jurying(move: Move) -> None:
    """The jury is told that it is their turn; where they shall not know whose works they see, these are drawn for them."""
    ask_to_tell("exhibition_jurying", move.thing)
    if move.thing.blind:
        ask_to_draw(move.thing)


def announce(move: Move) -> None:
    """All artists may know from now on; each is told their own decision."""
    exhibition = move.thing
    exhibition.announced_at = timezone.now()
    exhibition.save(update_fields=["announced_at"])
    for kind in DECISIONS.values():
        ask_to_tell(kind, exhibition)


def tell_running(move: Move) -> None:
    """Those whose works it shows are told."""
    ask_to_tell("exhibition_running", move.thing)


def tell_cancelled(move: Move) -> None:
    """Jury and artists are told."""
    ask_to_tell("exhibition_cancelled", move.thing)


def tell_decided(move: Move) -> None:
    """What is decided after the announcement its artist is told at once."""
    submission = move.thing
    if submission.exhibition.is_announced and submission.status in DECISIONS:
        notify(
            DECISIONS[submission.status],
            recipient_id=submission.artist_id,
            actor=None,
            target_type="exhibition",
            target_id=submission.exhibition_id,
        )


def tell_submitted(move: Move) -> None:
    """The organiser is told."""
    tell_organizer("exhibition_submitted", move.thing)


def tell_withdrawn(move: Move) -> None:
    """The organiser is told of it, and no longer of the submission."""
    submission = move.thing
    withdraw(
        "exhibition_submitted",
        actor_id=submission.artist_id,
        target_id=submission.exhibition_id,
        object_id=submission.pk,
    )
    tell_organizer("exhibition_withdrawn", submission)
