"""The form of the search page: its fields are named as those of the API's `search`, which reads them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from gallery.category_tree import CategoryTree
from portfolio.finding.colour_names import COLOUR_NAMES

ORDERS = (("", _("Best first")), ("-date", _("Newest first")))
DEEPER = "\u2013 "
OFF = {"autocomplete": "off"}


class Date(forms.DateInput):
    input_type = "date"


def field(
    label: Any = "", *, widget: type[forms.Widget] = forms.TextInput, hint: Any = "", **attrs: str
) -> forms.Field:
    """One that takes anything: what is wrong with it is for the API's serializer to say."""
    return forms.Field(label=label, required=False, widget=widget(attrs=OFF | attrs), help_text=hint)


def amount(label: Any) -> forms.Field:
    return field(label, inputmode="decimal")


class SearchForm(forms.Form):
    """What was typed, kept, each field with what is wrong with it."""

    query = field(
        _("Search for"),
        widget=forms.widgets.SearchInput,
        autocapitalize="none",
        spellcheck="false",
        enterkeyhint="search",
    )
    type = field(widget=forms.HiddenInput)
    artist = field(widget=forms.HiddenInput)
    medium = field(_("Medium"))
    category = field(_("Category"), widget=forms.Select)
    tags = field(_("Tags"), hint=_("All of them, with commas between."))
    color = field(_("Colour"), widget=forms.Select)
    min_price = amount(_("Price from"))
    max_price = amount(_("Price to"))
    date_from = field(_("Made from"), widget=Date)
    date_to = field(_("Made until"), widget=Date)
    location = field(_("Where the artist lives"))
    ordering = field(_("Order"), widget=forms.Select)

    def __init__(
        self, given: Mapping[str, str], *, errors: Mapping[str, Sequence[Any]], categories: CategoryTree | None
    ) -> None:
        super().__init__(given, label_suffix="")
        color = given.get("color", "")
        self.offer("ordering", ORDERS)
        other = [(color, color)] if color and color not in COLOUR_NAMES else []
        self.offer("color", [("", _("Any")), *COLOUR_NAMES.items(), *other])
        rows = categories.walk() if categories else ()
        indented = [(row["slug"], DEEPER * depth + row["name"]) for row, depth in rows]
        self.offer("category", [("", _("Any")), *indented])
        for name, messages in errors.items():
            self.add_error(None if self.fields[name].widget.is_hidden else name, [str(message) for message in messages])

    def offer(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        widget = self.fields[name].widget
        assert isinstance(widget, forms.Select)  # noqa: S101 - as the fields above say
        widget.choices = choices

    @property
    def more(self) -> list[BoundField]:
        """The fields beside the first."""
        return [bound for bound in self.visible_fields() if bound.name != "query"]

    @property
    def is_open(self) -> bool:
        """Whether any of them is wrong; what was chosen well stands above the results."""
        return any(bound.errors for bound in self.more)
