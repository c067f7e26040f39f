"""What parties are told of their commissions (settings.NOTIFICATION_KINDS, NOTIFICATION_TARGETS)."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portfolio.models import Commission
from social.notifying.kinds import BY_TARGET, Kind, Place, Target

TEXTS = {
    "requested": _("%(name)s asks you for a work: “%(title)s”"),
    "accepted": _("%(name)s accepted your commission “%(title)s”"),
    "declined": _("%(name)s declined your commission “%(title)s”"),
    "started": _("%(name)s has begun to work on “%(title)s”"),
    "completed": _("%(name)s finished your commission “%(title)s”"),
    "quote": _("%(name)s made you a quote for “%(title)s”"),
    "quote_accepted": _("%(name)s accepted your quote for “%(title)s”"),
    "quote_declined": _("%(name)s declined your quote for “%(title)s”"),
    "note": _("%(name)s wrote how far “%(title)s” is"),
    "due": _("The deadline of “%(title)s” is near"),
    "overdue": _("The deadline of “%(title)s” has passed"),
    # Where an account goes, no person does it.
    "cancelled": _("The commission “%(title)s” was cancelled"),
}

KINDS = (
    *(Kind(f"commission_{name}", "commission", text, preference="commission") for name, text in TEXTS.items()),
    Kind(
        "commission_message",
        "commission",
        _("%(name)s wrote to you about “%(title)s”"),
        ngettext_lazy(
            "%(name)s and %(count)d other wrote to you about “%(title)s”",
            "%(name)s and %(count)d others wrote to you about “%(title)s”",
            "count",
        ),
        preference="commission",
        grouped=BY_TARGET,
    ),
)


def commissions(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(title, f"/commissions/{pk}")) for pk, title in seen.values_list("pk", "title"))


TARGETS = (Target("commission", Commission, commissions),)
