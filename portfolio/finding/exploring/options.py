"""What a facet offers: links that add a wish to a choice or take it back, each with how many works it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from portfolio.finding.exploring.choice import FACETS, Choice
from portfolio.finding.exploring.counting import Count


@dataclass(frozen=True)
class Option:
    """A wish as a link; that of a chosen one takes it back. `hex`: of a colour, `#rrggbb`; `depth`: of a category, from 0."""

    name: str
    href: str
    count: Count
    is_chosen: bool
    hex: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Facet:
    """Something to choose by: its key in `FACETS`, its name, what it offers, and what was wrong with what was typed."""

    key: str
    name: str
    options: Sequence[Option]
    errors: Sequence[str]
    is_chosen: bool


@dataclass(frozen=True)
class Chip:
    """What is chosen in a facet, and the address without it."""

    name: str
    href: str


def option(
    choice: Choice,
    facet: str,
    *,
    name: str,
    wish: dict[str, str],
    count: Count,
    is_chosen: bool,
    hex: str = "",  # noqa: A002 - the word for it
    depth: int = 0,
) -> Option:
    """A wish for these parameters of a facet, in place of what is chosen there."""
    href = choice.address(but=FACETS[facet], **({} if is_chosen else wish))
    return Option(name, href, count, is_chosen, hex, depth)


def facet(choice: Choice, key: str, name: str, options: Sequence[Option]) -> Facet:
    """A facet with the messages about its parameters."""
    errors = [message for parameter in FACETS[key] for message in choice.errors.get(parameter, [])]
    return Facet(key, name, options, errors, is_chosen=key in choice.facets)
