"""The log of moderation: every step, in the transaction that makes it."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from social.models import Appeal, Decision, Entry, Report


class Deed(TextChoices):
    """What is logged. It is kept by these words: a new one is added, none is ever changed."""

    REPORTED = "reported", _("reported")
    DECIDED = "decided", _("decided")
    HIDDEN = "hidden", _("hidden")
    SHOWN = "shown", _("shown again")
    SUSPENDED = "suspended", _("suspended")
    READMITTED = "readmitted", _("let in again")
    REMOVED = "removed", _("deleted for good")
    APPEALED = "appealed", _("appealed")
    JUDGED = "judged", _("judged")


CHOICES: dict[str, dict[str, Any]] = {
    "reason": dict(Report.Reason.choices),
    "verdict": dict(Decision.Verdict.choices),
    "outcome": dict(Appeal.Outcome.choices),
}
REMARKS = {"gone": _("It was gone already."), "already": _("They were shut out before, without a decision.")}
TEXTS = ("statement", "text", "answer")


class Step(NamedTuple):
    """An entry in words: what was done, when, by whom (empty: by the site), and what there is to say of it."""

    at: datetime
    deed: Any
    name: str
    said: list[Any]


def steps(case_id: UUID) -> list[Step]:
    """All that was done in a case, the first first. One query."""
    return [in_words(entry) for entry in Entry.objects.filter(case_id=case_id).order_by("pk")]


def in_words(entry: Entry) -> Step:
    said = [names[entry.detail[key]] for key, names in CHOICES.items() if entry.detail.get(key) in names]
    said += [remark for key, remark in REMARKS.items() if entry.detail.get(key)]
    said += [entry.detail[key] for key in TEXTS if entry.detail.get(key)]
    return Step(entry.at, dict(Deed.choices).get(entry.deed, entry.deed), entry.actor_name, said)


def note(case_id: UUID, deed: Deed, *, by: Any = None, **detail: Any) -> None:
    """Adds a step to a case; without `by` it is the site's own doing. `detail` is JSON."""
    actor = {"actor_id": by.pk, "actor_name": by.username} if by is not None else {}
    Entry.objects.create(case_id=case_id, deed=deed, detail=detail, **actor)
