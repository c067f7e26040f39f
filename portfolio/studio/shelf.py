"""Which of a person's own pictures a page of their library shows, as its address says."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import django_filters as filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.requests import person
from gallery.api.filters import ImageFilter
from gallery.models import AlbumImage, ArtworkImage, Image, ImageTag
from portfolio.finding.sheets import address

ORDERS: dict[str, Promise] = {
    "-date": gettext_lazy("Newest first"),
    "date": gettext_lazy("Oldest first"),
    "-taken": gettext_lazy("Last taken first"),
    "taken": gettext_lazy("First taken first"),
    "name": gettext_lazy("By name"),
    "-size": gettext_lazy("Largest first"),
    "-views": gettext_lazy("Most viewed first"),
}
"""By the API's names, the first where nothing is said."""
DEFAULT = "-date"
COLUMNS = {
    "date": "uploaded_at",
    "taken": "date_taken",
    "name": "sort_name",
    "size": "file_size",
    "views": "view_count",
}
LACKING: dict[str, tuple[Promise, Callable[[], Q]]] = {
    "album": (
        gettext_lazy("In no album of yours"),
        lambda: Q(~Exists(AlbumImage.objects.filter(image=OuterRef("pk"), album__owner=OuterRef("owner")))),
    ),
    "work": (
        gettext_lazy("In no work"),
        lambda: Q(~Exists(ArtworkImage.objects.filter(image=OuterRef("pk")))),
    ),
    "tags": (gettext_lazy("Without tags"), lambda: Q(~Exists(ImageTag.objects.filter(image=OuterRef("pk"))))),
    "alt_text": (gettext_lazy("Not described for who cannot see it"), lambda: Q(alt_text="")),
}
"""What a picture may be without: in the reader's words, and as a condition."""


class ShelfFilter(ImageFilter):
    """What the API's list is filtered by, and what a picture lacks."""

    without = filters.ChoiceFilter(method="lacking", choices=[(name, label) for name, (label, _q) in LACKING.items()])

    def with_words(self, images: QuerySet, name: str, value: str) -> QuerySet:
        """What the API's search finds, and files by parts of their names, which one's own pictures are known by."""
        named = images.all()
        for word in dict.fromkeys(value.split()):
            named = named.filter(original_filename__icontains=word)
        found = super().with_words(images, name, value)
        return images.filter(Q(pk__in=found.values("pk")) | Q(pk__in=named.values("pk")))

    def lacking(self, images: QuerySet, name: str, value: str) -> QuerySet:
        return images.filter(LACKING[value][1]())


NAMES = tuple(name for name in ShelfFilter.base_filters if name != "user")


class Shelf:
    """The pictures that a request asks for.

    `typed` is what it says of each parameter, `errors` what could not be read of it, by parameter, which narrows nothing.
    """

    def __init__(self, request: HttpRequest) -> None:
        said = {name: request.GET.get(name, "").replace("\0", "").strip() for name in NAMES}
        self.typed = {name: value for name, value in said.items() if value}
        own = Image.objects.filter(owner=person(request))
        found = ShelfFilter(self.typed, queryset=own, request=request)
        self.errors: dict[str, list[str]] = {name: list(told) for name, told in found.form.errors.items()}
        self.images: QuerySet[Image] = found.qs
        self.order = request.GET.get("ordering") or DEFAULT
        if self.order not in ORDERS:
            self.errors["ordering"] = [_("There is no such order.")]
            self.order = DEFAULT

    @property
    def column(self) -> str:
        return COLUMNS[self.order.removeprefix("-")]

    @property
    def is_falling(self) -> bool:
        return self.order.startswith("-")

    def ids(self) -> QuerySet[Any, UUID]:
        """The ids of the pictures in their order; what has no value stands last both ways."""
        return self.in_order(is_falling=self.is_falling).values_list("pk", flat=True)

    def in_order(self, *, is_falling: bool, without_value: str = "last") -> QuerySet[Image]:
        # Only what can be without a value needs to be told where it stands: the rest is read from an index as it is.
        nulls = {f"nulls_{without_value}": True} if self.column == "date_taken" else {}
        by_key = "-pk" if is_falling else "pk"
        return self.images.order_by(OrderBy(F(self.column), descending=is_falling, **nulls), by_key)

    def parameters(self) -> dict[str, str]:
        """Its parameters, without what could not be read."""
        told = {name: value for name, value in self.typed.items() if name not in self.errors}
        return told | ({"ordering": self.order} if self.order != DEFAULT else {})

    def address(self, path: str, **changes: str) -> str:
        """Another page about the same pictures."""
        return address(path, self.parameters() | changes)
