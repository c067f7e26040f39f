"""The form that the library is narrowed by: its fields are named as the API's, whose filters say what is wrong with them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from accounts.models import Visibility
from gallery.models import Image
from portfolio.finding.colour_names import COLOUR_NAMES
from portfolio.finding.search_form import Date, field
from portfolio.labels.facts import camera
from portfolio.studio.own_albums import Holder
from portfolio.studio.shelf import LACKING, ORDERS, Shelf

ANY = ("", _("Any"))
FIRST = ("search", "album", "visibility", "ordering")
CAMERAS = 100


class ShelfForm(forms.Form):
    """What was typed, kept, each field with what is wrong with it."""

    search = field(_("Search your pictures"), widget=forms.widgets.SearchInput, enterkeyhint="search")
    album = field(_("Album"), widget=forms.Select)
    visibility = field(_("Who sees it"), widget=forms.Select)
    ordering = field(_("Order"), widget=forms.Select)
    tags = field(_("Tags"), hint=_("All of them, with commas between."))
    without = field(_("What is missing"), widget=forms.Select)
    camera = field(_("Camera"), widget=forms.Select)
    color = field(_("Colour"), widget=forms.Select)
    taken_from = field(_("Taken from"), widget=Date)
    taken_to = field(_("Taken until"), widget=Date)
    date_from = field(_("Uploaded from"), widget=Date)
    date_to = field(_("Uploaded until"), widget=Date)

    def __init__(self, shelf: Shelf, *, albums: Iterable[Holder], cameras: Sequence[str]) -> None:
        super().__init__({**shelf.typed, "ordering": shelf.order}, label_suffix="", auto_id="shelf_%s")
        self.offer("album", [ANY, *((str(each.id), each.label) for each in albums if each.is_own)])
        self.offer("visibility", [ANY, *((name, label.capitalize()) for name, label in Visibility.choices)])
        self.offer("ordering", ORDERS.items())
        self.offer("without", [("", _("Nothing in particular")), *((name, told[0]) for name, told in LACKING.items())])
        self.offer("camera", [ANY, *((name, name) for name in cameras)])
        self.offer("color", [ANY, *COLOUR_NAMES.items()])
        for name, messages in shelf.errors.items():
            self.add_error(name if name in self.fields else None, messages)

    def offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        widget = self.fields[name].widget
        assert isinstance(widget, forms.Select)  # noqa: S101 - as the fields above say
        known, chosen = list(choices), str(self.data.get(name, ""))
        # What the address says stays said, be it no choice of this list.
        widget.choices = known if not chosen or chosen in dict(known) else [*known, (chosen, chosen)]

    @property
    def first(self) -> list[BoundField]:
        return [self[name] for name in FIRST]

    @property
    def more(self) -> list[BoundField]:
        """The fields behind the first."""
        return [bound for bound in self.visible_fields() if bound.name not in FIRST]

    @property
    def is_open(self) -> bool:
        """Whether any of these says something."""
        return any(bound.errors or bound.value() for bound in self.more)


def cameras_of(owner: Any) -> list[str]:
    """What a person took their pictures with, by name, at most a hundred. One query."""
    pairs = Image.objects.filter(owner=owner).exclude(camera_make="", camera_model="").order_by()
    found = pairs.values_list("camera_make", "camera_model").distinct()[:CAMERAS]
    return sorted({camera(make, model) for make, model in found}, key=str.casefold)
