"""One's own commissions, as a list shows them."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When

from portfolio.commissioning.seen import Seen, seen_by
from portfolio.commissions.turns import waiting_for
from portfolio.hanging.faces import Face, faces_of
from portfolio.models import Commission, CommissionStatus
from portfolio.permissions import ARTIST, CLIENT
from portfolio.querysets.commissions import CommissionQuerySet

ROLES = (ARTIST, CLIENT)
PARTIES = ("artist__artist", "client__artist")
"""Whom each row needs beside itself."""


def own_commissions(viewer: Any, *, role: str = "", status: str = "") -> CommissionQuerySet:
    """Those to which the viewer is a party, narrowed to what is told: those that wait for them first, the last asked first."""
    own = Commission.objects.visible_to(viewer)
    if role in ROLES:
        own = own.filter(**{role: viewer})
    if status in CommissionStatus.values:
        own = own.filter(status=status)
    waiting = Case(When(waiting_for(viewer), then=Value(0)), default=Value(1), output_field=IntegerField())
    return own.alias(behind=waiting).order_by("behind", "-created_at", "-pk").select_related(*PARTIES)


def lines_of(rows: list[Commission], *, viewer: Any) -> list[tuple[Seen, Face | None]]:
    """Each of these as the viewer sees it, with the face of the other party. One query."""
    seen = [seen_by(row, viewer=viewer) for row in rows]
    faces = faces_of(each.other.pk for each in seen if each.other)
    return [(each, faces.get(each.other.pk) if each.other else None) for each in seen]
