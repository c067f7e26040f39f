"""The albums that a person puts pictures into, as they choose among them."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gallery.models import Album

MOST = 500
DEEPEST = 20


class Holder(NamedTuple):
    """An album as a list of choices names it: with those above it, and whose it is where it is another's."""

    id: UUID
    label: str
    is_own: bool


def albums_open_to(person: Any, links: Collection[UUID] = ()) -> list[Holder]:
    """Those that a person may add to, their own and, behind them, others', each by name; at most 500. One query."""
    rows = list(
        Album.objects.taking_from(person, links)
        .order_by("name", "pk")
        .values("pk", "name", "parent", "owner", "owner__username")[:MOST]
    )
    by_id = {row["pk"]: row for row in rows}
    found = [Holder(row["pk"], label_of(row, by_id, person), row["owner"] == person.pk) for row in rows]
    return sorted(found, key=lambda each: (not each.is_own, each.label.casefold()))


def label_of(row: Mapping[str, Any], by_id: Mapping[UUID, Mapping[str, Any]], person: Any) -> str:
    if row["owner"] != person.pk:
        return _("%(album)s, of %(username)s") % {"album": row["name"], "username": row["owner__username"]}
    names, above = [row["name"]], by_id.get(row["parent"])
    while above and len(names) < DEEPEST:
        names.append(above["name"])
        above = by_id.get(above["parent"])
    return " / ".join(reversed(names))
