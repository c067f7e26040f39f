"""Who judges what is submitted: asked, taken off again, and to whom they are close."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from portfolio.actions.exhibitions import require_organizer
from portfolio.models import ConflictOfInterest, Exhibition, ExhibitionStatus, Juror
from social.actions.people import lock_people
from social.notifying import notify, withdraw
from social.permissions import require_unblocked

S = ExhibitionStatus
JUDGING = (S.DRAFT, S.OPEN, S.JURYING)
"""The statuses in which a jury may still be another."""
MOST_NAMES = 200


@transaction.atomic
def invite_juror(*, exhibition: Exhibition, by: Any, username: str) -> Juror:
    """Puts a person on the jury, and tells them; of a draft, which only its organiser sees, when it opens.

    Raises PermissionDenied for all but its organiser, ValidationError (`username`) for who is not there, shut out, or the
    organiser, Blocked where they keep the organiser away, Conflict for who is on the jury already, and once it is announced.
    """
    require_organizer(exhibition, by)
    person = person_named(username, but=exhibition.organizer_id)
    if {by.pk, person.pk} - lock_people(by.pk, person.pk):
        raise Conflict(_("This account has changed meanwhile. Please try again."))
    require_unblocked(by, person.pk)
    present = held(exhibition)
    if not can_invite(present):
        detail = _(
            "In a blind jury everybody says to whom they are close before jurying begins: nobody joins it later."
        )
        raise Conflict(detail, code="not_judging")
    juror, is_new = Juror.objects.get_or_create(exhibition=present, user=person)
    if not is_new:
        raise Conflict(_("They are on the jury already."), code="already_juror", attr="username")
    if present.status != S.DRAFT:
        notify(
            "exhibition_invited",
            recipient_id=person.pk,
            actor=by,
            target_type="exhibition",
            target_id=present.pk,
        )
    return juror


def can_invite(exhibition: Exhibition) -> bool:
    """Whether somebody may still join its jury."""
    return exhibition.status in JUDGING and not (exhibition.blind and exhibition.status == S.JURYING)


def person_named(username: str, *, but: UUID) -> User:
    found = called(username).first()
    if found is None:
        raise ValidationError({"username": ValidationError(_("There is nobody of this name."), code="does_not_exist")})
    if found.pk == but:
        detail = _("Whoever organises it is not on the jury.")
        raise ValidationError({"username": ValidationError(detail, code="invalid")})
    return found


def held(exhibition: Exhibition) -> Exhibition:
    """It as it is now, locked. Raises Conflict once the jury stays as it was, Exhibition.DoesNotExist."""
    present = Exhibition.objects.select_for_update(no_key=True).get(pk=exhibition.pk)
    if present.status not in JUDGING:
        raise Conflict(_("The jury has done its work."), code="not_judging")
    return present


@transaction.atomic
def remove_juror(*, exhibition: Exhibition, by: Any, user_id: UUID) -> None:
    """Takes a person off the jury, with what they scored; by the organiser, or by themselves, of which the organiser is
    told. They are no longer told of it.

    Raises PermissionDenied for all others, Juror.DoesNotExist, and Conflict once it is announced.
    """
    if by.pk != user_id:
        require_organizer(exhibition, by)
    elif not Juror.objects.filter(exhibition=exhibition, user=by.pk).exists():
        raise PermissionDenied
    lock_people(by.pk, exhibition.organizer_id, user_id)
    present = held(exhibition)
    Juror.objects.get(exhibition=present, user=user_id).delete()
    for kind, actor_id in (("exhibition_invited", present.organizer_id), ("exhibition_jurying", None)):
        withdraw(kind, actor_id=actor_id, target_id=present.pk, recipients=[user_id])
    if by.pk == user_id:
        notify(
            "exhibition_left",
            recipient_id=present.organizer_id,
            actor=by,
            target_type="exhibition",
            target_id=present.pk,
        )


@transaction.atomic
def declare_conflicts(*, exhibition: Exhibition, by: Any, usernames: Collection[str]) -> list[User]:
    """Says to whom a juror is close, in place of what they said before: they do not judge what these submit, and what they
    scored of it does not count. Gives these people by name.

    Raises PermissionDenied for who is not on the jury, ValidationError (`usernames`) for who is not there and for oneself, and
    Conflict where it is blind and jurying began: what would be missing then would tell whose it is.
    """
    people = people_named(usernames, but=by.pk)
    # The organiser too: whoever begins jurying waits until this is said.
    there = lock_people(by.pk, exhibition.organizer_id, *(person.pk for person in people))
    if gone := [person.username for person in people if person.pk not in there]:
        raise nobody_called(gone)
    juror = Juror.objects.select_related("exhibition").filter(exhibition=exhibition.pk, user=by.pk).first()
    if juror is None:
        raise PermissionDenied
    if juror.exhibition.blind and juror.exhibition.status not in (S.DRAFT, S.OPEN):
        raise Conflict(_("In a blind jury this is said before jurying begins."), code="too_late")
    ConflictOfInterest.objects.filter(juror=juror).exclude(artist__in=people).delete()
    declared = [ConflictOfInterest(juror=juror, artist=person) for person in people]
    ConflictOfInterest.objects.bulk_create(declared, ignore_conflicts=True)
    return people


def people_named(usernames: Collection[str], *, but: UUID) -> list[User]:
    """These people, each once, by name. Raises ValidationError (`usernames`) for anyone who is not there, and for `but`."""
    names = {plain(name) for name in usernames}
    if len(names) > MOST_NAMES:
        raise wrong_names(_("Name at most %d people.") % MOST_NAMES)
    people = list(called(*names).order_by("username"))
    if missing := names - {person.username.lower() for person in people}:
        raise nobody_called(missing)
    if any(person.pk == but for person in people):
        raise wrong_names(_("What you submit yourself you do not judge anyway."))
    return people


def called(*usernames: str) -> QuerySet[User]:
    """Those of these names whose accounts are open, whatever the case; `@` may stand before one."""
    # Written as LOWER(…), which an index answers for.
    return User.objects.alias(lowered=Lower("username")).filter(
        lowered__in=[plain(name) for name in usernames], is_active=True
    )


def plain(username: str) -> str:
    return username.strip().removeprefix("@").lower()


def nobody_called(names: Collection[str]) -> ValidationError:
    return wrong_names(_("There is nobody of this name: %s.") % ", ".join(sorted(names)), code="does_not_exist")


def wrong_names(detail: str, *, code: str = "invalid") -> ValidationError:
    return ValidationError({"usernames": ValidationError(detail, code=code)})
