"""What of a work's picture is drawn, on what terms others get it, and whether this viewer may see the work: one query, compiled
once as for pictures (`gallery.api.drawn`)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Field, FilteredRelation, Q, QuerySet

from accounts.models import User
from accounts.prepared import Prepared, Slot
from gallery import watermarks
from gallery.models import Artwork, File
from gallery.watermarks import ending

PICTURE = "views__image"
DRAWN = f"{PICTURE}__renditions"
MARKS = slice(3, 3 + len(watermarks.COLUMNS))
"""Where the columns of the artist's watermark stand in a row."""


class View(NamedTuple):
    """A rendition of a visible work's picture, under a mark or without, or the picture alone where none is drawn."""

    owner_id: UUID
    is_public: bool
    limit: str
    mark_enabled: bool | None
    mark_text: str | None
    mark_position: str | None
    mark_opacity: float | None
    mark_scale: float | None
    mark_picture: str | None
    image_id: UUID
    ai_training: str
    owners_ai_training: str
    has_alpha: bool
    size: str | None
    format: str | None
    stored_name: str | None
    bytes: int | None
    created_at: datetime | None

    @property
    def forced_mark(self) -> str:
        """How the `size` of what others get ends; empty where no mark lies over it."""
        mark: tuple[Any, ...] = tuple(self)[MARKS]
        return ending(*mark)


COLUMNS = (
    "owner_id",
    "is_public",
    "owner__artist__public_image_size",
    *(f"owner__watermark__{name}" for name in watermarks.COLUMNS),
    "views__image_id",
    f"{PICTURE}__ai_training",
    "owner__ai_training",
    f"{PICTURE}__has_alpha",
    *(f"drawn__{name}" for name in ("size", "format", "stored_name", "bytes", "created_at")),
)


class BeginsWith:
    """Prepares a value as `startswith` does, so that a prepared query finds it again."""

    def get_db_prep_value(self, value: str, connection: Any) -> str:
        return f"{connection.ops.prep_for_like_query(value)}%"


def views(artwork_id: UUID, size: str, viewer: Any, **which: Any) -> QuerySet:
    """The main picture of a work that the viewer may see, or the one named as `image_id`, with its renditions of one size, marked
    ones too."""
    chosen = {"views__image": which["image_id"]} if which else {"views__position": 0}
    drawn = FilteredRelation(DRAWN, condition=Q(**{f"{DRAWN}__size__startswith": size}))
    seen = Artwork.objects.visible_to(viewer).filter(pk=artwork_id)
    unhidden = Q(views__image__is_hidden=False)
    to_viewer = unhidden | Q(owner=viewer) if viewer.is_authenticated else unhidden
    return seen.filter(to_viewer, **chosen).annotate(drawn=drawn).values_list(*COLUMNS)


def views_of_person(*, viewer: UUID, **values: Any) -> QuerySet:
    return views(viewer=User(pk=viewer), **values)


def slots(*, by_person: bool, named: bool) -> dict[str, Slot]:
    begins = cast(Field, BeginsWith())
    own: dict[str, Slot] = {"artwork_id": Slot(Artwork._meta.pk, UUID(int=1)), "size": Slot(begins, "?")}
    own |= {"image_id": Slot(File._meta.pk, UUID(int=2))} if named else {}
    return own | ({"viewer": Slot(User._meta.pk, UUID(int=3))} if by_person else {})


def prepared(*, by_person: bool, named: bool) -> Prepared:
    build: Callable[..., QuerySet] = views_of_person if by_person else partial(views, viewer=AnonymousUser())
    return Prepared(build, partial(slots, by_person=by_person, named=named))


QUERIES = {
    (by_person, named): prepared(by_person=by_person, named=named)
    for by_person in (False, True)
    for named in (False, True)
}


def find_views(artwork_id: UUID, viewer: Any, size: str, image_id: UUID | None = None) -> list[View]:
    """The drawn formats of a work's picture in this size, under marks and without. One query; raises Artwork.DoesNotExist, for a
    picture too that the work does not show."""
    values: dict[str, Any] = {"artwork_id": artwork_id, "size": size}
    values |= {"image_id": image_id} if image_id else {}
    values |= {"viewer": viewer.pk} if viewer.is_authenticated else {}
    rows = QUERIES[viewer.is_authenticated, image_id is not None].rows(**values)
    if not rows:
        raise Artwork.DoesNotExist
    return [View(*row) for row in rows]
