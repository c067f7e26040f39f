"""Calling for entry, changing a call, announcing what was decided."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.models import Image
from gallery.querysets.withheld import stands
from portfolio.exhibitions.deadlines import instant_of, zone_named
from portfolio.exhibitions.facts import judge
from portfolio.exhibitions.guards import UNDECIDED
from portfolio.exhibitions.locks import CHANGEABLE, require_unlocked
from portfolio.exhibitions.searching import reindex_exhibitions
from portfolio.models import Exhibition, ExhibitionStatus, Submission, SubmissionStatus
from portfolio.permissions import ORGANIZER, exhibition_roles
from portfolio.workflow.tables import EXHIBITION, SUBMISSION
from social.actions.people import lock_people
from social.plain_text import plain

BEGINNINGS = (ExhibitionStatus.DRAFT, ExhibitionStatus.OPEN)
LINES, TEXTS = ("title", "location"), ("description", "requirements")
"""What is written, on one line and on several."""
COLUMNS = {"cover_image_id": "cover_id"}
"""Of what is called otherwise than its column."""


@transaction.atomic
def create_exhibition(*, by: Any, status: str = ExhibitionStatus.DRAFT, **facts: Any) -> Exhibition:
    """A new exhibition, a draft or open for entry. `facts` are those of `CHANGEABLE`, of which `title` and `submission_deadline`
    are needed; the deadline is an instant, a time by the clocks of `time_zone`, or a date, which is the end of that day there.

    Raises ValidationError by field, and Conflict where the account went meanwhile.
    """
    if status not in BEGINNINGS:
        detail = _("An exhibition begins as a draft, or open for entry.")
        raise ValidationError({"status": ValidationError(detail, code="invalid_choice")})
    if missing := {"title", "submission_deadline"} - {name for name, value in facts.items() if value}:
        required = ValidationError(_("This is needed."), code="required")
        raise ValidationError(dict.fromkeys(sorted(missing), required))
    if by.pk not in lock_people(by.pk):
        raise Conflict(_("Your account has changed meanwhile. Please try again."))
    exhibition = Exhibition(organizer=by)
    set_facts(exhibition, facts)
    exhibition.save(force_insert=True)
    if status != exhibition.status:
        EXHIBITION.move(exhibition, status, roles=exhibition_roles(by, exhibition), by=by)
    reindex_exhibitions([exhibition.pk])
    return exhibition


@transaction.atomic
def change_exhibition(*, exhibition: Exhibition, by: Any, status: str | None = None, **facts: Any) -> Exhibition:
    """Changes what is given and nothing else, or nothing where any of it cannot be; what is said as it stands is no change.
    `status` moves it on behind that, by its workflow.

    Raises PermissionDenied for all but its organiser, ValidationError by field, Conflict for what can no longer be changed and
    for a move that is not open, and Exhibition.DoesNotExist where it went meanwhile.
    """
    roles = require_organizer(exhibition, by)
    lock_people(exhibition.organizer_id, by.pk)
    present = Exhibition.objects.select_for_update(no_key=True).get(pk=exhibition.pk)
    if changed := set_facts(present, facts):
        present.save(update_fields=[*changed, "updated_at"])
    if status is not None and status != exhibition.status:
        # As it was read: who moves it meanwhile wins.
        present.status = exhibition.status
        EXHIBITION.move(present, status, roles=roles, by=by)
    reindex_exhibitions([present.pk])
    return present


def set_facts(exhibition: Exhibition, facts: Mapping[str, Any]) -> set[str]:
    """Gives an exhibition what is said of it; returns the columns that are others by it.

    Raises ValidationError and Conflict; it is then not to be saved.
    """
    if unknown := set(facts) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    before = {name: getattr(exhibition, COLUMNS.get(name, name)) for name in CHANGEABLE}
    said = read(exhibition, facts)
    changed = {name for name, value in said.items() if value != before[name]}
    if not exhibition._state.adding:
        require_unlocked(exhibition, changed)
        require_no_earlier(exhibition, said)
    if "cover_image_id" in changed:
        require_own_picture(exhibition, said["cover_image_id"])
    for name in changed:
        setattr(exhibition, COLUMNS.get(name, name), said[name])
    judge(exhibition, set(said) if exhibition._state.adding else changed, now=timezone.now())
    return {COLUMNS.get(name, name) for name in changed}


def read(exhibition: Exhibition, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as the columns take them. Raises ValidationError."""
    said = dict(facts)
    zone = zone_named(said.get("time_zone", exhibition.time_zone))
    if "submission_deadline" in said:
        said["submission_deadline"] = instant_of(said["submission_deadline"], zone)
    if "currency" in said:
        said["currency"] = (said["currency"] or "").strip().upper()
    said |= {name: plain(said[name]) for name in TEXTS if name in said}
    # As lists, mails and tables show them.
    return said | {name: " ".join(plain(said[name]).split()) for name in LINES if name in said}


def require_no_earlier(exhibition: Exhibition, said: Mapping[str, Any]) -> None:
    """Artists who know of a deadline can rely on it."""
    deadline = said.get("submission_deadline", exhibition.submission_deadline)
    if exhibition.status == ExhibitionStatus.OPEN and deadline < exhibition.submission_deadline:
        detail = _("It is open until a later time already, and that cannot be taken back.")
        raise Conflict(detail, code="locked", attr="submission_deadline")


def require_own_picture(exhibition: Exhibition, image_id: Any) -> None:
    if image_id and not Image.objects.filter(pk=image_id, owner=exhibition.organizer_id).exists():
        detail = _("There is no such picture of yours.")
        raise ValidationError({"cover_image_id": ValidationError(detail, code="does_not_exist")})


def require_organizer(exhibition: Exhibition, by: Any) -> frozenset[str]:
    roles = exhibition_roles(by, exhibition)
    if not roles:
        raise PermissionDenied
    return roles


@transaction.atomic
def announce(*, exhibition: Exhibition, by: Any, reject_rest: bool = False) -> Exhibition:
    """Lets all artists know at once what was decided; with `reject_rest` what is undecided is declined before.

    Raises PermissionDenied for all but its organiser, Conflict where it is not jurying, or something is undecided. What is
    decided meanwhile waits.
    """
    roles = require_organizer(exhibition, by)
    EXHIBITION.way(exhibition.status, ExhibitionStatus.ANNOUNCED, roles)
    if reject_rest:
        decline_undecided(exhibition, by=by)
    EXHIBITION.move(exhibition, ExhibitionStatus.ANNOUNCED, roles=roles, by=by)
    return exhibition


def decline_undecided(exhibition: Exhibition, *, by: Any) -> None:
    """Behind the locks of all whom it concerns."""
    entered = Submission.objects.filter(stands("artist"), exhibition=exhibition.pk)
    lock_people(by.pk, exhibition.organizer_id, *entered.values_list("artist", flat=True))
    undecided = entered.filter(status__in=UNDECIDED).select_related("exhibition").order_by("pk")
    SUBMISSION.move_all(undecided, SubmissionStatus.REJECTED, roles={ORGANIZER}, by=by)


@transaction.atomic
def delete_exhibition(*, exhibition: Exhibition, by: Any) -> None:
    """Deletes a draft that nobody submitted to; anything else is cancelled instead.

    Raises PermissionDenied for all but its organiser, Conflict, and Exhibition.DoesNotExist where it went meanwhile.
    """
    require_organizer(exhibition, by)
    lock_people(exhibition.organizer_id, by.pk)
    present = Exhibition.objects.select_for_update(no_key=True).get(pk=exhibition.pk)
    if present.status != ExhibitionStatus.DRAFT or Submission.objects.filter(exhibition=present).exists():
        raise Conflict(_("Only a draft can be deleted. You can cancel it."), code="not_a_draft")
    present.delete()
    reindex_exhibitions([exhibition.pk])
