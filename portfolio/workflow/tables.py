"""The workflows: from, to, by whom, under which condition, and what follows."""

from django.utils.translation import gettext_lazy as _

from portfolio.commissions import effects as commissions
from portfolio.commissions import guards as commission_guards
from portfolio.exhibitions import effects as exhibitions
from portfolio.exhibitions import guards as exhibition_guards
from portfolio.models import (
    Commission,
    CommissionStatus,
    Exhibition,
    ExhibitionStatus,
    Submission,
    SubmissionStatus,
)
from portfolio.permissions import ARTIST, CLIENT, ORGANIZER, STAFF
from portfolio.workflow.machine import CLOCK, SYSTEM, Transition, Workflow

E, S, C = ExhibitionStatus, SubmissionStatus, CommissionStatus


def cancellations() -> tuple[Transition, ...]:
    """An exhibition that is not over may be called off, by its organiser and by staff. Of a draft nobody else knows."""
    return (
        Transition(E.DRAFT, E.CANCELLED, ORGANIZER, _("Cancel it"), grave=True),
        *(
            Transition(source, E.CANCELLED, role, _("Cancel it"), effect=exhibitions.tell_cancelled, grave=True)
            for source in (E.OPEN, E.JURYING, E.ANNOUNCED, E.RUNNING)
            for role in (ORGANIZER, STAFF)
        ),
    )


EXHIBITION = Workflow(
    "exhibition",
    Exhibition,
    E,
    lambda exhibition: {exhibition.organizer_id},
    (
        Transition(
            E.DRAFT,
            E.OPEN,
            ORGANIZER,
            _("Open it for entry"),
            guard=exhibition_guards.can_open,
            effect=exhibitions.tell_invited,
        ),
        Transition(E.OPEN, E.JURYING, ORGANIZER, _("Begin jurying"), effect=exhibitions.tell_jurying, grave=True),
        Transition(
            E.JURYING,
            E.ANNOUNCED,
            ORGANIZER,
            _("Announce the decisions"),
            guard=exhibition_guards.all_are_decided,
            effect=exhibitions.announce,
            grave=True,
        ),
        Transition(E.ANNOUNCED, E.RUNNING, ORGANIZER, _("Open the exhibition"), effect=exhibitions.tell_running),
        Transition(
            E.ANNOUNCED,
            E.RUNNING,
            CLOCK,
            guard=exhibition_guards.first_day_has_come,
            effect=exhibitions.tell_running,
        ),
        Transition(E.RUNNING, E.CLOSED, ORGANIZER, _("Close the exhibition"), grave=True),
        Transition(E.RUNNING, E.CLOSED, CLOCK, guard=exhibition_guards.last_day_is_over),
        *cancellations(),
    ),
)


def decisions() -> tuple[Transition, ...]:
    """What an organiser decides of a submission, and takes back before it is announced."""
    labels = {
        S.SHORTLISTED: _("Shortlist"),
        S.ACCEPTED: _("Accept"),
        S.WAITLISTED: _("Put on the waitlist"),
        S.REJECTED: _("Decline"),
    }
    ways = {
        S.SUBMITTED: (S.SHORTLISTED, S.ACCEPTED, S.WAITLISTED, S.REJECTED),
        S.SHORTLISTED: (S.ACCEPTED, S.WAITLISTED, S.REJECTED),
        S.WAITLISTED: (S.ACCEPTED, S.REJECTED),
    }
    forward = tuple(
        Transition(
            source,
            target,
            ORGANIZER,
            labels[target],
            guard=exhibition_guards.can_decide,
            effect=exhibitions.tell_decided,
        )
        for source, targets in ways.items()
        for target in targets
    )
    back = tuple(
        Transition(source, S.SUBMITTED, ORGANIZER, _("Consider it again"), guard=exhibition_guards.is_unannounced)
        for source in (S.SHORTLISTED, S.ACCEPTED, S.WAITLISTED, S.REJECTED)
    )
    # What its artist writes anew is judged anew.
    anew = tuple(
        Transition(source, S.SUBMITTED, SYSTEM, guard=exhibition_guards.takes_entries)
        for source in (S.SHORTLISTED, S.ACCEPTED, S.WAITLISTED, S.REJECTED)
    )
    return forward + back + anew


SUBMISSION = Workflow(
    "submission",
    Submission,
    S,
    lambda submission: {submission.exhibition.organizer_id, submission.artist_id},
    (
        *decisions(),
        *(
            Transition(
                source,
                S.WITHDRAWN,
                ARTIST,
                _("Withdraw"),
                guard=exhibition_guards.can_withdraw,
                effect=exhibitions.tell_withdrawn,
                grave=True,
            )
            for source in (S.SUBMITTED, S.SHORTLISTED, S.ACCEPTED, S.WAITLISTED)
        ),
        # Before decisions are known a refusal would tell that there is one.
        Transition(
            S.REJECTED,
            S.WITHDRAWN,
            ARTIST,
            _("Withdraw"),
            guard=exhibition_guards.is_unannounced,
            effect=exhibitions.tell_withdrawn,
            grave=True,
        ),
        Transition(
            S.WITHDRAWN,
            S.SUBMITTED,
            ARTIST,
            _("Submit it again"),
            guard=exhibition_guards.takes_entries,
            effect=exhibitions.tell_submitted,
        ),
    ),
)


def ends_of_commission() -> tuple[Transition, ...]:
    """Who may call a commission off, and when; where a party's account goes, it ends with it."""
    parties = {C.REQUESTED: (CLIENT,), C.ACCEPTED: (ARTIST, CLIENT), C.IN_PROGRESS: (ARTIST, CLIENT)}
    return tuple(
        Transition(source, C.CANCELLED, role, _("Cancel it"), effect=commissions.tell_cancelled, grave=True)
        for source, roles in parties.items()
        for role in (*roles, SYSTEM)
    )


COMMISSION = Workflow(
    "commission",
    Commission,
    C,
    lambda commission: {commission.client_id, commission.artist_id},
    (
        Transition(C.REQUESTED, C.ACCEPTED, ARTIST, _("Accept"), effect=commissions.tell_accepted),
        Transition(C.REQUESTED, C.DECLINED, ARTIST, _("Decline"), effect=commissions.tell_declined, grave=True),
        Transition(
            C.ACCEPTED,
            C.IN_PROGRESS,
            ARTIST,
            _("Begin the work"),
            guard=commission_guards.quote_is_settled,
            effect=commissions.tell_begun,
        ),
        Transition(C.IN_PROGRESS, C.COMPLETED, ARTIST, _("It is finished"), effect=commissions.complete),
        *ends_of_commission(),
    ),
)

WORKFLOWS = (EXHIBITION, SUBMISSION, COMMISSION)
