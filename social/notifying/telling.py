"""Lines as API, pages and mails show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from accounts.models import User
from accounts.prepared import Prepared, Slot
from social.models import Notification
from social.notifying.kinds import Line, Place, kinds, targets

ACTOR = ("actor_id", "actor__username", "actor__artist__artist_name")
COLUMNS = (
    "pk", "kind", "target_type", "target_id", "object_id", *ACTOR, "actor_count", "deed_count", "created_at", "read_at",
)  # fmt: skip


def unread(viewer: UUID) -> QuerySet[Any, Any]:
    """One row with the number of what a person has not read; none where that is 0."""
    lines = Notification.objects.visible_to(User(pk=viewer)).unread().order_by()
    return lines.values("recipient").annotate(number=Count("pk")).values_list("number")


# Compiled once: pages ask for it, and building it costs ten times what the database takes.
UNREAD = Prepared(unread, lambda: {"viewer": Slot(User._meta.pk, UUID(int=5))})


def unread_count(user: Any) -> int:
    """How much a person has not read of what they are told on the site. One query."""
    return sum(number for (number,) in UNREAD.rows(viewer=user.pk))


def rows_of(notifications: QuerySet[Notification]) -> QuerySet[Any, Any]:
    """These lines as `tell_notifications` takes them."""
    return notifications.values(*COLUMNS)


def tell_notifications(rows: Sequence[Mapping[str, Any]], *, viewer: Any, base: str = "") -> list[dict[str, Any]]:
    """What `rows_of` gave, in the language of now: `{id, kind, actor, actor_count, target, text, url, created_at, read_at}`;
    `base` stands before its addresses. One query for each type of target among them."""
    places = places_of(rows, viewer)
    return [tell_one(row, places.get((row["target_type"], row["target_id"])), base) for row in rows]


def places_of(rows: Iterable[Mapping[str, Any]], viewer: Any) -> dict[tuple[str, UUID], Place]:
    """What the rows are about, as far as the viewer may see it still."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        wanted[row["target_type"]].add(row["target_id"])
    found: dict[tuple[str, UUID], Place] = {}
    for name, ids in wanted.items():
        target = targets()[name]
        seen = target.visible_to(viewer).filter(pk__in=ids)
        found.update({(name, pk): place for pk, place in target.places(seen)})
    return found


def tell_one(row: Mapping[str, Any], place: Place | None, base: str) -> dict[str, Any]:
    kind = kinds()[row["kind"]]
    line = line_of(row, place or Place("", "/"))
    target = {"type": row["target_type"], "id": row["target_id"], "title": line.title, "url": base + line.path}
    return {
        "id": row["pk"],
        "kind": row["kind"],
        "actor": actor_of(row),
        "actor_count": row["actor_count"],
        "target": target if place else None,
        "text": kind.text(line),
        "url": base + kind.path(line),
        "created_at": row["created_at"],
        "read_at": row["read_at"],
    }


def line_of(row: Mapping[str, Any], place: Place) -> Line:
    username = row["actor__username"] or ""
    name = row["actor__artist__artist_name"] or username
    counts = (row["actor_count"], row["deed_count"])
    return Line(name, username, *counts, row["object_id"], place.title, place.path)


def actor_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["actor__username"] is None:
        return None
    names = {"username": row["actor__username"], "artist_name": row["actor__artist__artist_name"]}
    return {"id": row["actor_id"]} | names
