"""The pictures before and after one in the library's order."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from gallery.models import Image
from portfolio.studio.shelf import Shelf


def neighbours(shelf: Shelf, image: Image) -> tuple[UUID | None, UUID | None]:
    """The one before and the one after on this shelf, None at its ends. Two queries, each of one row."""
    return beside(shelf, image, is_after=False), beside(shelf, image, is_after=True)


def beside(shelf: Shelf, image: Image, *, is_after: bool) -> UUID | None:
    goes_down = shelf.is_falling == is_after
    past = beyond(shelf.column, getattr(image, shelf.column), image.pk, goes_down=goes_down, is_after=is_after)
    rows = shelf.in_order(is_falling=goes_down, without_value="last" if is_after else "first")
    return rows.filter(past).values_list("pk", flat=True).first()


def beyond(column: str, value: Any, key: UUID, *, goes_down: bool, is_after: bool) -> Q:
    """What stands on that side of a picture with this value; those without one stand behind all others."""
    side = "lt" if goes_down else "gt"
    tie = Q(**{column: value, f"pk__{side}": key}) if value is not None else Q(**{f"{column}__isnull": True})
    if value is None:
        alike = tie & Q(**{f"pk__{side}": key})
        return alike if is_after else alike | Q(**{f"{column}__isnull": False})
    further = Q(**{f"{column}__{side}": value}) | tie
    return further | Q(**{f"{column}__isnull": True}) if is_after and column == "date_taken" else further
