"""Objecting to what others show and say. A report hides nothing: moderators decide about it."""

from collections.abc import Collection
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from social.actions.people import lock_people
from social.models import Case, Report, TargetType
from social.moderating.log import Deed, note
from social.moderating.targets import Target, find_target, snapshot
from social.moderating.wording import chosen, worded

LONGEST_DETAIL = 2_000


class Filed(NamedTuple):
    """A report, and whether it is new."""

    report: Report
    is_new: bool


def file_report(
    *, by: Any, target_type: str, target_id: UUID, reason: str, detail: str = "", links: Collection[UUID] = ()
) -> Filed:
    """Reports a thing that the person sees, by the share links `links` too; while an earlier report of theirs about it waits,
    that one.

    Raises ValidationError by field (`target_id`: `does_not_exist`, `own`), Conflict where an account went meanwhile.
    """
    chosen(target_type, TargetType.values, field="target_type")
    chosen(reason, Report.Reason.values, field="reason")
    detail = worded(detail, field="detail", most=LONGEST_DETAIL, is_required=reason == Report.Reason.OTHER)
    target = require_reportable(find_target(target_type, target_id, viewer=by, links=links), by)
    seen = snapshot(target)
    with transaction.atomic():
        # Of reports about one person's things one comes after the other: none opens a second case, and none
        # comes into one that is being decided.
        if lock_people(by.pk, target.owner.pk) != {by.pk, target.owner.pk}:
            raise Conflict(_("This has changed meanwhile. Please try again."))
        case = open_case(target)
        if waiting := case.reports.filter(reporter=by).first():
            return Filed(waiting, False)
        return Filed(add_report(case, by=by, reason=reason, detail=detail, seen=seen), True)


def require_reportable(target: Target | None, by: Any) -> Target:
    """The target, where it is there and another's. Raises ValidationError on `target_id`."""
    if target is None:
        raise ValidationError({"target_id": ValidationError(_("There is nothing like this."), code="does_not_exist")})
    if target.owner.pk == by.pk:
        raise ValidationError({"target_id": ValidationError(_("This is yours."), code="own")})
    return target


def open_case(target: Target) -> Case:
    """The case about a thing that waits for a decision, made where there is none. With the owner of the thing locked."""
    about = {"target_type": target.type, "target_id": target.id, "status": Case.Status.OPEN}
    there = Case.objects.select_for_update().filter(**about).first()
    return there or Case.objects.create(**about, title=target.title[:200], owner=target.owner)


def add_report(case: Case, *, by: Any, **facts: Any) -> Report:
    """Adds a report to its case and to the log; `facts` are reason, detail and seen."""
    report = Report.objects.create(
        case=case, reporter=by, target_type=case.target_type, target_id=case.target_id, **facts
    )
    Case.objects.filter(pk=case.pk).update(report_count=F("report_count") + 1)
    note(case.pk, Deed.REPORTED, by=by, report=str(report.pk), reason=report.reason)
    return report
