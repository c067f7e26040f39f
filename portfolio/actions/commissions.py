"""Asking an artist for a work, and bringing it on its way."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from portfolio.commissions.effects import tell
from portfolio.commissions.holding import hold
from portfolio.commissions.judging import Wrong, code_of, wrong_amount, wrong_text
from portfolio.commissions.parties import ids_of
from portfolio.commissions.taking import CLOSED, taking
from portfolio.models import Commission, CommissionStatus, Note
from portfolio.permissions import ARTIST, commission_roles
from portfolio.workflow.tables import COMMISSION
from social.actions.people import lock_parties
from social.models import Block
from social.permissions import require_unblocked
from social.plain_text import plain, refused

LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_NOTE = 200, 10_000, 5_000
SAME_AGAIN = timedelta(seconds=30)
"""Within it the same request by the same person is the same commission, asked for twice."""


@transaction.atomic
def request_commission(
    *,
    by: Any,
    artist_id: UUID,
    title: str,
    description: str,
    budget: Decimal | None = None,
    currency: str | None = "",
    deadline: date | None = None,
) -> Commission:
    """Asks an artist for a work; sent twice within half a minute, the commission that is there. The artist is told.

    Raises ValidationError by field (`artist_id` for oneself and for who is not there), Blocked where the artist keeps them away,
    Conflict while the artist takes none (`commissions_closed`, `no_slots`), where they keep the artist away themselves
    (`blocking`), and where their account went meanwhile.
    """
    facts = judged(title=title, description=description, budget=budget, currency=currency, deadline=deadline)
    hold_both(artist_id, by=by)
    if there := asked_just_now(artist_id, by=by, facts=facts):
        return there
    require_taking(artist_id)
    commission = Commission.objects.create(client=by, artist_id=artist_id, **facts)
    tell("commission_requested", commission, by=by)
    return commission


def judged(
    *, title: str, description: str, budget: Decimal | None, currency: str | None, deadline: date | None
) -> dict[str, Any]:
    """What is asked for, as it is kept. Raises ValidationError naming every field that cannot stand."""
    # A title is one line, as lists and mails show it.
    title, description, code = " ".join(plain(title).split()), plain(description), code_of(currency)
    wrong = [*wrong_text(title, field="title", limit=LONGEST_TITLE), *wrong_deadline(deadline)]
    wrong += wrong_text(description, field="description", limit=LONGEST_DESCRIPTION)
    wrong += wrong_amount(budget, code, field="budget")
    if wrong:
        raise ValidationError(dict(wrong))
    return {
        "title": title,
        "description": description,
        "budget": budget,
        "currency": code,
        "deadline": deadline,
    }


def wrong_deadline(deadline: date | None) -> Wrong:
    if deadline and deadline < timezone.now().date():
        yield "deadline", ValidationError(_("This day is past."), code="past")


def hold_both(artist_id: UUID, *, by: Any) -> None:
    """Locks who asks and who is asked. Raises as `request_commission`."""
    if artist_id == by.pk:
        raise refused("artist_id", _("You cannot ask yourself for a work."), code="invalid")
    try:
        lock_parties(by=by.pk, other=artist_id)
    except User.DoesNotExist:
        raise refused("artist_id", _("There is no such artist."), code="does_not_exist") from None
    require_unblocked(by, artist_id)
    if Block.objects.filter(blocker=by.pk, blocked=artist_id).exists():
        raise Conflict(_("You have blocked this artist. Lift the block first."), code="blocking")


def asked_just_now(artist_id: UUID, *, by: Any, facts: dict[str, Any]) -> Commission | None:
    since = timezone.now() - SAME_AGAIN
    own = Commission.objects.filter(client=by.pk, artist=artist_id, created_at__gte=since, **facts)
    return own.filter(status=CommissionStatus.REQUESTED).first()


def require_taking(artist_id: UUID) -> None:
    """Raises Conflict where the artist cannot be asked now."""
    reason = taking(artist_id).reason
    if reason == CLOSED:
        raise Conflict(_("This artist takes no commissions at present."), code=reason)
    if reason:
        raise Conflict(_("This artist has as many commissions as there is time for."), code=reason)


@transaction.atomic
def change_commission(
    *,
    commission: Commission,
    by: Any,
    status: str | None = None,
    progress_notes: str = "",
    completion_date: date | None = None,
) -> Commission:
    """Moves a commission by its workflow, adds a note on how far it is, says when it was finished: what is given of these, or
    nothing where any of it cannot be. The status that it has is no move; an empty note is none. The other party is told.

    Raises Commission.DoesNotExist for anyone but a party; ValidationError by field, on `completion_date` for a day to come, for
    what is not completed and for the client; Conflict for a move that is not open; Blocked for a note to who keeps them away.
    """
    text = judged_note(progress_notes)
    if completion_date and completion_date > timezone.now().date():
        raise refused("completion_date", _("This lies in the future."), code="future")
    present = hold(commission, by=by)
    if status is not None and status != commission.status:
        # As it was read: who moves it meanwhile wins.
        present.status = commission.status
        COMMISSION.move(present, status, roles=commission_roles(by, present), by=by)
    if completion_date:
        finish_on(completion_date, present, by=by)
    if text:
        add_note(text, present, by=by)
    return present


def judged_note(text: str) -> str:
    """A note as it is kept. Raises ValidationError where it is too long."""
    kept = plain(text)
    if wrong := kept and dict(wrong_text(kept, field="progress_notes", limit=LONGEST_NOTE)):
        raise ValidationError(wrong)
    return kept


def finish_on(day: date, commission: Commission, *, by: Any) -> None:
    """Says when it was finished. Raises ValidationError."""
    if ARTIST not in commission_roles(by, commission):
        raise refused("completion_date", _("The artist says when it was finished."), code="not_artist")
    if commission.status != CommissionStatus.COMPLETED:
        raise refused("completion_date", _("It is not completed."), code="not_completed")
    commission.completion_date = day
    commission.save(update_fields=["completion_date", "updated_at"])


def add_note(text: str, commission: Commission, *, by: Any) -> None:
    require_unblocked(by, *(ids_of(commission) - {by.pk}))
    note = Note.objects.create(commission=commission, author=by, text=text)
    commission.save(update_fields=["updated_at"])
    tell("commission_note", commission, by=by, object_id=note.pk)
