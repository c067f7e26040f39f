"""What somebody chose to see of the works on view, as the address tells it."""

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gallery.api.work_filters import ArtworkFilter
from gallery.models import Artwork
from portfolio.finding.orders import DEFAULT, ORDERS
from portfolio.finding.sheets import address

FACETS: dict[str, tuple[str, ...]] = {
    "medium": ("medium",),
    "category": ("category",),
    "color": ("color",),
    "price": ("currency", "min_price", "max_price"),
    "availability": ("availability_status",),
}
"""What is chosen by, and the API's parameters for it, in the order in which addresses have them."""
NAMES = tuple(chain.from_iterable(FACETS.values()))


def on_view(viewer: Any) -> QuerySet[Artwork]:
    """The works that the viewer may see, without others' mature ones."""
    own = Q(owner=viewer) if viewer.is_authenticated else Q()
    return Artwork.objects.visible_to(viewer).filter(Q(is_mature=False) | own)


class Choice:
    """The choice that a request makes.

    `typed` is what it says of each parameter, `values` what that was read as; `errors` are the messages about what could not be
    read, by parameter, and that narrows nothing. Up to one query for a medium, and one for a category.
    """

    def __init__(self, request: HttpRequest) -> None:
        said = {name: request.GET.get(name, "").strip() for name in NAMES}
        self.typed = {name: value for name, value in said.items() if value}
        self.path = request.path
        everything = Artwork.objects.all()
        filters = ArtworkFilter(self.typed, queryset=everything, request=request)
        self.errors: dict[str, list[str]] = {name: list(told) for name, told in filters.form.errors.items()}
        self.values = {name: filters.form.cleaned_data[name] for name in self.typed if name not in self.errors}
        self.narrowed = {name: filters.filters[name].filter(everything, value) for name, value in self.values.items()}
        self.order = request.GET.get("ordering") or DEFAULT
        if self.order not in ORDERS:
            self.errors["ordering"] = [_("There is no such order.")]
            self.order = DEFAULT
        self.on_view = on_view(request.user)

    @property
    def facets(self) -> list[str]:
        """The facets by which it narrows."""
        return [facet for facet, names in FACETS.items() if any(name in self.values for name in names)]

    def works(self, *, but: str = "") -> QuerySet[Artwork]:
        """The works that it leaves, as if nothing were chosen in the facet `but`."""
        left_out = FACETS.get(but, ())
        return reduce(and_, (works for name, works in self.narrowed.items() if name not in left_out), self.on_view)

    def parameters(self, *, but: Iterable[str] = (), **changes: str) -> dict[str, str]:
        """Its parameters in their order, some left out, some changed. What could not be read is kept for its field alone."""
        told = {name: self.typed[name] for name in self.values if name not in but} | changes
        if self.order != DEFAULT:
            told.setdefault("ordering", self.order)
        return {name: told[name] for name in (*NAMES, "ordering") if told.get(name)}

    def address(self, *, but: Iterable[str] = (), **changes: str) -> str:
        """The first page of the choice that is otherwise the same."""
        return address(self.path, self.parameters(but=but, **changes))
