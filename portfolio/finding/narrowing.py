"""What narrows a search and widens it again: facets as links, and what was chosen as chips that can be taken away."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gallery.actions.tags import fold_tag
from gallery.category_tree import CategoryTree
from portfolio.finding.asked import Asked
from portfolio.finding.colour_names import colour_name

MOST = 12
"""Mediums and tags that are offered."""
KINDS = {
    "artwork": gettext_lazy("Works"),
    "image": gettext_lazy("Pictures"),
    "artist": gettext_lazy("Artists"),
    "gallery": gettext_lazy("Galleries"),
    "album": gettext_lazy("Albums"),
    "exhibition": gettext_lazy("Exhibitions"),
}
CHOSEN = {
    "artist": gettext_lazy("By %s"),
    "medium": gettext_lazy("Medium: %s"),
    "category": gettext_lazy("Category: %s"),
    "color": gettext_lazy("Colour: %s"),
    "min_price": gettext_lazy("Price from %s"),
    "max_price": gettext_lazy("Price to %s"),
    "date_from": gettext_lazy("From %s"),
    "date_to": gettext_lazy("Until %s"),
    "location": gettext_lazy("In %s"),
}
Counts = Mapping[str, int]


class Choice(NamedTuple):
    """A link that narrows; `number` is None where it is not known how much it leaves."""

    name: str
    href: str
    number: int | None = None
    is_chosen: bool = False


class Chip(NamedTuple):
    """Something chosen, and the page without it."""

    name: str
    href: str


class Facets(NamedTuple):
    types: list[Choice]
    mediums: list[Choice]
    tags: list[Choice]


def facets_of(asked: Asked, counted: Mapping[str, Counts]) -> Facets:
    """As `gallery.search.facets` counts them; what is chosen already is a chip, and not offered again."""
    tags = tags_of(asked)
    others = [(name, number) for name, number in counted["tag"].items() if name not in tags]
    mediums = () if "medium" in asked.given else counted["medium"].items()
    return Facets(
        types_of(asked, counted["type"]),
        [Choice(name, asked.to(medium=name), number) for name, number in mediums][:MOST],
        [Choice(name, asked.to(tags=",".join([*tags, name])), number) for name, number in others][:MOST],
    )


def types_of(asked: Asked, counts: Counts) -> list[Choice]:
    """Everything, then each type: all of them once one is chosen, since what there is of the others is not known then."""
    chosen = asked.given.get("type", "").replace(" ", "").split(",")
    everything = Choice(_("Everything"), asked.to(type=""), is_chosen=chosen == [""])
    return [everything] + [
        Choice(str(label), asked.to(type=kind), counts.get(kind), kind in chosen)
        for kind, label in KINDS.items()
        if counts.get(kind) or not everything.is_chosen
    ]


def tags_of(asked: Asked) -> list[str]:
    """The tags that are chosen, each once."""
    return list(dict.fromkeys(filter(None, map(fold_tag, asked.given.get("tags", "").split(",")))))


def chips(asked: Asked, understood: Mapping[str, Any], categories: CategoryTree | None) -> list[Chip]:
    """What was chosen; `understood` are the same values as the serializer read them."""
    tags = tags_of(asked)
    of_tags = [Chip(tag, asked.to(tags=",".join(other for other in tags if other != tag))) for tag in tags]
    others = [
        Chip(str(words) % told(name, asked, understood[name], categories), asked.without(name))
        for name, words in CHOSEN.items()
        if name in asked.given
    ]
    return others + of_tags


def told(name: str, asked: Asked, value: Any, categories: CategoryTree | None) -> str:
    """A value in the reader's way of writing it."""
    if isinstance(value, datetime):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return number_format(value.normalize() + 0, use_l10n=True)
    if name == "color":
        return colour_name(asked.given[name])
    row = categories.find(asked.given[name]) if name == "category" and categories else None
    return row["name"] if row else asked.given[name]
