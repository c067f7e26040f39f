"""All that the page of exploring shows beside the works themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gallery.category_tree import CategoryTree
from gallery.models import Availability, Category
from portfolio.finding.colour_names import colour_name
from portfolio.finding.exploring.choice import FACETS, Choice
from portfolio.finding.exploring.counting import Census, Count
from portfolio.finding.exploring.facets import availability_facet, category_facet, color_facet, medium_facet
from portfolio.finding.exploring.options import Chip, Facet
from portfolio.finding.exploring.prices import PriceForm, chosen_price, price_facet, price_form
from portfolio.finding.orders import DEFAULT, ORDERS, Way


@dataclass(frozen=True)
class Panel:
    """The facets, the form for prices, what is chosen, the orders, and how many works that leaves."""

    facets: Sequence[Facet]
    prices: PriceForm
    chips: Sequence[Chip]
    ways: Sequence[Way]
    order: Way
    total: Count


def panel_of(choice: Choice, viewer: Any) -> Panel:
    """What there is to choose beside a choice. Two queries, and one for each facet in which something is chosen: the others are
    counted together."""
    tree = CategoryTree(Category.objects.visible_to(viewer))
    left = Census(choice.works())
    counted = {key: Census(choice.works(but=key)) if key in choice.facets else left for key in FACETS}
    facets = [
        medium_facet(choice, counted["medium"]),
        category_facet(choice, counted["category"], tree),
        color_facet(choice, counted["color"]),
        price_facet(choice, counted["price"]),
        availability_facet(choice, counted["availability"]),
    ]
    ways = ways_of(choice)
    chosen = next(way for way in ways if way.is_chosen)
    return Panel(facets, price_form(choice, counted["price"]), chips_of(choice, tree), ways, chosen, left.all)


def ways_of(choice: Choice) -> list[Way]:
    told = {key: "" if key == DEFAULT else key for key in ORDERS}
    return [Way(order.name, choice.address(ordering=told[key]), choice.order == key) for key, order in ORDERS.items()]


def chips_of(choice: Choice, tree: CategoryTree) -> list[Chip]:
    """What is chosen, in the order of the facets."""
    return [Chip(chosen_in(facet, choice, tree), choice.address(but=FACETS[facet])) for facet in choice.facets]


def chosen_in(facet: str, choice: Choice, tree: CategoryTree) -> str:
    """In words; a category that the viewer does not know is what they typed."""
    if facet == "price":
        return chosen_price(choice)
    value: Any = choice.values[FACETS[facet][0]]
    if facet == "category":
        known = tree.find(value)
        return known["name"] if known else value
    if facet == "color":
        return colour_name(value.text)
    return str(Availability(value).label).capitalize() if facet == "availability" else value
