"""What of a picture is drawn, and whether this viewer may see it: one query, compiled once."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import FilteredRelation, Q, QuerySet

from accounts.models import User
from accounts.prepared import Prepared, Slot
from gallery.models import File, Image, Rendition


class Found(NamedTuple):
    """A rendition of a visible picture, or the picture alone where it is not drawn."""

    owner_id: UUID
    ai_training: str
    owners_ai_training: str
    is_public: bool
    has_alpha: bool
    format: str | None
    stored_name: str | None
    bytes: int | None
    created_at: datetime | None


COLUMNS = (
    "owner_id",
    "ai_training",
    "owner__ai_training",
    "is_public",
    "has_alpha",
    "drawn__format",
    "drawn__stored_name",
    "drawn__bytes",
    "drawn__created_at",
)


def renditions_among(images: QuerySet[Image], image_id: UUID, size: str) -> QuerySet:
    """A picture, of these, with its renditions of one size."""
    drawn = FilteredRelation("renditions", condition=Q(renditions__size=size))
    return images.filter(pk=image_id).annotate(drawn=drawn).values_list(*COLUMNS)


def visible_renditions(image_id: UUID, size: str, viewer: Any, links: Collection[UUID] = ()) -> QuerySet:
    """A picture that the viewer may see, or opened by a link, with its renditions of one size."""
    return renditions_among(Image.objects.reachable_by(viewer, links), image_id, size)


def slots_for_anyone() -> dict[str, Slot]:
    return {"image_id": Slot(File._meta.pk, UUID(int=1)), "size": Slot(Rendition._meta.get_field("size"), "-")}


def slots_for_persons() -> dict[str, Slot]:
    return {**slots_for_anyone(), "viewer": Slot(User._meta.pk, UUID(int=2))}


FOR_VISITORS = Prepared(partial(visible_renditions, viewer=AnonymousUser()), slots_for_anyone)
FOR_PERSONS = Prepared(lambda viewer, **values: visible_renditions(viewer=User(pk=viewer), **values), slots_for_persons)


def find(image_id: UUID, viewer: Any, size: str, links: Collection[UUID] = ()) -> list[Found]:
    """The drawn formats of a picture in this size. One query; raises Image.DoesNotExist."""
    rows: Any
    if links:
        rows = visible_renditions(image_id, size, viewer, links)
    elif viewer.is_authenticated:
        rows = FOR_PERSONS.rows(image_id=image_id, size=size, viewer=viewer.pk)
    else:
        rows = FOR_VISITORS.rows(image_id=image_id, size=size)
    if not rows:
        raise Image.DoesNotExist
    return [Found(*row) for row in rows]


def find_opened(image_id: UUID, viewer: Any, size: str) -> list[Found]:
    """The same of a picture that another room opens to the viewer. One query; raises Image.DoesNotExist."""
    rows = list(renditions_among(Image.objects.opened_to(viewer), image_id, size))
    if not rows:
        raise Image.DoesNotExist
    return [Found(*row) for row in rows]
