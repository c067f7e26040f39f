"""Figures as tables for a spreadsheet."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from portfolio.figures.reading import Figures, Tally
from portfolio.figures.reckoning import MEASURES
from portfolio.figures.things import Thing, galleries_in, works_in
from portfolio.spreadsheets import table


def table_of(figures: Figures, of: str, *, site: str) -> str:
    """The table of `TABLES` that is asked for, whole; addresses under `site` (`https://host`)."""
    return TABLES[of](figures, site)


def days_table(figures: Figures, site: str) -> str:
    return table([_("Day"), *headings()], ([day.isoformat(), *numbers(tally)] for day, tally in figures.by_day()))


def works_table(figures: Figures, site: str) -> str:
    gone = _("Works that are gone")
    return table([_("Work"), _("Address"), *headings()], things(works_in(figures), gone, site))


def galleries_table(figures: Figures, site: str) -> str:
    gone = _("Galleries that are gone")
    return table([_("Gallery"), _("Address"), *headings()], things(galleries_in(figures), gone, site))


def referrers_table(figures: Figures, site: str) -> str:
    rows = ([str(source.label), host, views] for (source, host), views in figures.origins())
    return table([_("From"), _("Site"), _("Views")], rows)


TABLES: dict[str, Callable[[Figures, str], str]] = {
    "days": days_table,
    "works": works_table,
    "galleries": galleries_table,
    "referrers": referrers_table,
}


def headings() -> list[str]:
    """What the measures are called, in their order."""
    return [_("Views"), _("Visitors"), _("Downloads"), _("Likes"), _("New followers")]


def numbers(tally: Tally) -> list[int]:
    return [tally[name] for name in MEASURES]


def things(found: list[Thing], gone: str, site: str) -> Iterator[list[Any]]:
    for thing in found:
        named = [thing.title, site + thing.path] if thing.id else [gone, ""]
        yield [*named, *numbers(thing.tally)]
