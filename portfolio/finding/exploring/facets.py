"""The facets of exploring, but for the price: by medium, category, colour and availability."""

from django.utils.translation import gettext as _

from gallery.category_tree import CategoryTree
from gallery.imaging.palette import NAMES
from gallery.mediums import fold_medium
from gallery.models import Availability
from portfolio.finding.colour_names import colour_name
from portfolio.finding.exploring.choice import Choice
from portfolio.finding.exploring.counting import Census
from portfolio.finding.exploring.options import Facet, Option, facet, option

MOST_MEDIUMS = 16


def medium_facet(choice: Choice, census: Census) -> Facet:
    """The mediums of which there is most, and the chosen one in any case."""
    wanted = fold_medium(choice.values.get("medium", ""))
    known = sorted(census.mediums.items(), key=lambda item: (-item[1], item[0]))
    told = [(name, number) for name, number in known[:MOST_MEDIUMS]]
    if wanted and wanted not in {fold_medium(name) for name, _number in told}:
        told += [item for item in known if fold_medium(item[0]) == wanted] or [(choice.values["medium"], 0)]
    options = [
        option(
            choice,
            "medium",
            name=name,
            wish={"medium": name},
            count=census.count(number),
            is_chosen=fold_medium(name) == wanted,
        )
        for name, number in told
    ]
    return facet(choice, "medium", _("Medium"), options)


def category_facet(choice: Choice, census: Census, tree: CategoryTree) -> Facet:
    """The topmost categories, and under the chosen one and those above it what lies directly in them."""
    chosen = tree.find(choice.values.get("category", ""))
    path = {row["pk"] for row in tree.path(chosen["pk"])} if chosen else set()
    counts = census.categories(tree)
    options: list[Option] = []
    for row, depth in tree.walk():
        told = row["parent_id"] is None or row["parent_id"] in path
        if told and (counts[row["pk"]] or row["pk"] in path):
            each = option(
                choice,
                "category",
                name=row["name"],
                wish={"category": row["slug"]},
                count=census.count(counts[row["pk"]]),
                is_chosen=row is chosen,
                depth=min(depth, 2),
            )
            options.append(each)
    return facet(choice, "category", _("Category"), options)


def color_facet(choice: Choice, census: Census) -> Facet:
    """The named colours that there are among main pictures."""
    chosen = choice.values["color"].text if "color" in choice.values else ""
    options = [
        option(
            choice,
            "color",
            name=colour_name(name),
            wish={"color": name},
            count=census.count(census.colors[name]),
            is_chosen=name == chosen,
            hex=value,
        )
        for name, value in NAMES.items()
        if census.colors[name] or name == chosen
    ]
    return facet(choice, "color", _("Colour"), options)


def availability_facet(choice: Choice, census: Census) -> Facet:
    """Whether works are to be had."""
    chosen = choice.values.get("availability_status", "")
    options = [
        option(
            choice,
            "availability",
            name=str(status.label).capitalize(),
            wish={"availability_status": status.value},
            count=census.count(census.availabilities[status]),
            is_chosen=status == chosen,
        )
        for status in Availability
        if census.availabilities[status] or status == chosen
    ]
    return facet(choice, "availability", _("Availability"), options)
