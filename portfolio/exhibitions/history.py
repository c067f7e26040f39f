"""Where works were shown (settings.ARTWORK_ADDITIONS), and what is on show in an exhibition."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from portfolio.models import Exhibition, SubmittedWork

Row = dict[str, Any]
OF_EXHIBITION = "submission__exhibition"
FACTS = ("title", "exhibition_start", "announced_at", "created_at")
COLUMNS = ("artwork", f"{OF_EXHIBITION}_id", *(f"{OF_EXHIBITION}__{name}" for name in FACTS))


def tell_exhibited(artwork_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, Row]:
    """Of each of these works the exhibitions that show it, or showed it, and that the viewer may see, the last one first, as
    `{id, title, year, url}`. One query."""
    history: dict[UUID, list[Row]] = defaultdict(list)
    shown = SubmittedWork.objects.on_show().filter(artwork__in=artwork_ids)
    seen = shown.filter(**{f"{OF_EXHIBITION}__in": Exhibition.objects.visible_to(viewer).values("pk")})
    for artwork_id, pk, title, first_day, announced_at, created_at in seen.order_by().values_list(*COLUMNS):
        day = first_day or (announced_at or created_at).date()
        told = {"id": pk, "title": title, "year": day.year, "url": f"{base}/exhibitions/{pk}"}
        history[artwork_id].append({"day": day, **told})
    return {artwork_id: {"exhibitions": newest_first(history[artwork_id])} for artwork_id in artwork_ids}


def newest_first(exhibitions: list[Row]) -> list[Row]:
    ordered = sorted(exhibitions, key=lambda row: (row["day"], row["id"]), reverse=True)
    return [{name: value for name, value in row.items() if name != "day"} for row in ordered]


def on_show_in(exhibition_id: Any, viewer: Any) -> QuerySet[SubmittedWork]:
    """What is on show in an exhibition, or was, of what the viewer may see: by artists' names, then in the order in which each
    submitted them."""
    shown: QuerySet[SubmittedWork] = SubmittedWork.objects.on_show().visible_to(viewer)
    return shown.filter(**{OF_EXHIBITION: exhibition_id})
