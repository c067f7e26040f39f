"""The fields of a query: what each takes. A reader gives None for a value that it cannot read."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from gallery.imaging.palette import NAMES
from gallery.search.tree import Color, Leaf, Moment, Number, Text

TEXTS = ("title", "description", "tag", "artist", "medium", "camera", "location")
NUMBERS = {"iso": r"\d{1,9}", "width": r"\d{1,9}", "price": r"\d{1,9}(?:\.\d{1,2})?"}
SHORTEST_PREFIX = 2
"""Letters. What begins with one letter is a part of everything, and costs as much."""

_NUMBER = {name: re.compile(rf"(>=|<=|>|<|=|)({digits})", re.ASCII) for name, digits in NUMBERS.items()}
_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_COLOR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")


def read_text(field: str, value: str, *, quoted: bool = False) -> Text | None:
    """A word, `prefix*` or, quoted, a phrase, in a field or (an empty name) anywhere."""
    if quoted:
        leaf = Text(value, field, quoted=True)
    elif value.endswith("*"):
        leaf = Text(value[:-1], field, prefix=True)
    else:
        leaf = Text(value, field)
    words = leaf.words
    if not words or ("*" in leaf.text and not quoted) or (leaf.prefix and len(words[-1]) < SHORTEST_PREFIX):
        return None
    return leaf


def read_number(field: str, value: str) -> Number | None:
    found = _NUMBER[field].fullmatch(value)
    return Number(field, found[1] or "=", Decimal(found[2]).normalize() + 0) if found else None


def read_moment(field: str, value: str) -> Moment | None:
    return Moment(field, value) if start_of(value) else None


def start_of(text: str) -> datetime | None:
    """The first moment of a year `2024`, a month `2023-05` or a day `2023-05-17`, in UTC; None for anything else."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def read_color(value: str) -> Color | None:
    """The name of a colour, or a value such as `#336699`, `369`."""
    lowered = value.strip().lower()
    if lowered in NAMES:
        return Color(lowered)
    found = _COLOR.fullmatch(lowered)
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return Color(f"#{digits}")


def read_field(field: str, value: str, *, quoted: bool) -> Leaf | None:
    """`field:value`, the name in lower case. Raises KeyError where there is no such field."""
    if field in TEXTS:
        return read_text(field, value, quoted=quoted)
    return READERS[field](value)


READERS: dict[str, Callable[[str], Leaf | None]] = {
    **{name: lambda value, name=name: read_number(name, value) for name in NUMBERS},  # type: ignore[misc]
    "before": lambda value: read_moment("before", value),
    "after": lambda value: read_moment("after", value),
    "color": read_color,
}
