"""What stands beside a commission, in words: how far it is, what is to be done next, and by whom."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from portfolio.models import CommissionStatus, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT

S, Q = CommissionStatus, QuoteStatus
STATES = {
    S.REQUESTED: gettext_lazy("Requested"),
    S.ACCEPTED: gettext_lazy("Accepted"),
    S.IN_PROGRESS: gettext_lazy("In progress"),
    S.COMPLETED: gettext_lazy("Completed"),
    S.CANCELLED: gettext_lazy("Cancelled"),
    S.DECLINED: gettext_lazy("Declined"),
}
NEXT = {
    (S.REQUESTED, "", ARTIST): gettext_lazy("Answer the request: make a quote, accept it as it is, or decline it."),
    (S.REQUESTED, "", CLIENT): gettext_lazy("%(other)s has your request, and will answer it."),
    (S.ACCEPTED, "", ARTIST): gettext_lazy("Begin when you are ready, or make a quote first."),
    (S.ACCEPTED, "", CLIENT): gettext_lazy("%(other)s accepted your request, and begins when ready."),
    (S.ACCEPTED, Q.OFFERED, ARTIST): gettext_lazy("%(other)s has your quote, and will answer it."),
    (S.ACCEPTED, Q.OFFERED, CLIENT): gettext_lazy("Read the quote, and accept or decline it."),
    (S.ACCEPTED, Q.DECLINED, ARTIST): gettext_lazy("Your quote was declined: make another before you begin."),
    (S.ACCEPTED, Q.DECLINED, CLIENT): gettext_lazy("You declined the quote. %(other)s may make another."),
    (S.IN_PROGRESS, "", ARTIST): gettext_lazy("You are at work on it. A note now and then says how far it is."),
    (S.IN_PROGRESS, "", CLIENT): gettext_lazy("%(other)s is at work on it."),
}
"""What is next, by status, what became of the last quote, and for whom it is said."""


DEEDS = {
    ("requested", ""): gettext_lazy("asked for this work"),
    ("moved", S.ACCEPTED): gettext_lazy("accepted the commission"),
    ("moved", S.DECLINED): gettext_lazy("declined the commission"),
    ("moved", S.IN_PROGRESS): gettext_lazy("began the work"),
    ("moved", S.COMPLETED): gettext_lazy("finished the work"),
    ("moved", S.CANCELLED): gettext_lazy("cancelled the commission"),
    ("quote", ""): gettext_lazy("made a quote"),
    ("answer", Q.ACCEPTED): gettext_lazy("accepted the quote"),
    ("answer", Q.DECLINED): gettext_lazy("declined the quote"),
    ("note", ""): gettext_lazy("noted how far it is"),
}
"""What somebody did, said behind their name."""
CANCELLED = gettext_lazy("The commission was cancelled")
"""Where an account went, and nobody did it."""


def deed_of(kind: str, status: str) -> str:
    """What a happening of this kind was, behind a name; empty for a message, which stands for itself."""
    return str(DEEDS.get((kind, status), ""))


def state_of(status: str) -> str:
    """How far it is."""
    return str(STATES[CommissionStatus(status)])


def next_of(status: str, quote_status: str, role: str, *, other: str) -> str:
    """What comes next, said to one party of the `other`; empty where nothing does."""
    words = NEXT.get((S(status), quote_status, role)) or NEXT.get((S(status), "", role))
    return words % {"other": other} if words else ""


def name_of(party: User | None) -> str:
    """Who somebody is; of whoever is gone or shut out no more than that."""
    return party.artist.artist_name if party else _("A closed account")


def days_left(deadline: date, *, today: date) -> str:
    """“12 days left”, “today”, “3 days late”."""
    days = (deadline - today) // timedelta(days=1)
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}
    return ngettext("%(count)d day late", "%(count)d days late", -days) % {"count": -days}
