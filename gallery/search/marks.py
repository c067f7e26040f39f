"""Words that the index gives to what it holds and nobody can type: its kind, whose it is, its category, colours and numbers.

So everything is looked up as words are, in one index and in the order of search: a colour, which is near to many others, a kind,
which may be rare, a range of numbers beside a word, or either of them.
"""

from datetime import date
from functools import lru_cache
from itertools import product
from typing import TypeAlias
from uuid import UUID

from gallery.imaging.lab import Lab, color_distance, lab
from gallery.imaging.palette import from_hex
from gallery.search.fields import start_of
from gallery.search.folding import BAR
from gallery.search.tree import Color, Leaf, Marked, Moment, Number

NEAR = 15.0
"""CIEDE2000 up to which a colour is near to the one that is asked for; 10 is seen at a glance, 100 black and white."""
SIDE = 10.0
"""Of a cell of CIELAB. Colours of one cell are taken as alike, so that what is further than `NEAR` by a cell may be found."""
DIGITS = {"iso": 6, "width": 6, "price": 12, "date": 8}
CENTS = 100
OPEN = f"{BAR}open"
"""That anyone may see it."""
_FIGURES = "0123456789"
_LEVELS = range(0, 256, 17)

Place: TypeAlias = tuple[int, int, int]
"""Where a cell is: lightness, a and b of its middle in units of `SIDE`."""


def of_kind(kind: str) -> str:
    return f"{BAR}kind{kind}"


def of_owner(owner_id: UUID) -> str:
    return f"{BAR}by{owner_id.hex}"


def of_category(category_id: int) -> str:
    return f"{BAR}category{category_id}"


def of_number(field: str, value: int | None) -> list[str]:
    """The marks of a number: all its beginnings, by which ranges are found. One beyond the digits of its field is as its last."""
    if value is None:
        return []
    digits = written_out(field, value)
    return [f"{BAR}{field}{digits[:length]}" for length in range(1, len(digits) + 1)]


def of_range(field: str, sign: str, value: int) -> tuple[str, ...]:
    """The marks that a range of numbers is found by, at most nine for each digit: its numbers share one of these beginnings.

    `sign` is one of > >= < <= =.
    """
    first = value + (sign in {">", "<="})
    least, beyond = first <= 0, first >= 10 ** DIGITS[field]
    digits = written_out(field, max(0, first))
    if sign == "=":
        found = [digits]
    elif least or beyond:
        found = list(_FIGURES) if beyond == (sign[0] == "<") else []
    elif sign[0] == ">":
        # From a round number on all share its beginning. Fewer marks, and PostgreSQL holds each for as frequent as any rare one.
        shared = digits.rstrip("0")
        found = [shared, *(shared[:at] + each for at in range(len(shared)) for each in _FIGURES if each > shared[at])]
    else:
        found = [digits[:at] + each for at in range(len(digits)) for each in _FIGURES if each < digits[at]]
    return tuple(f"{BAR}{field}{beginning}" for beginning in found) or (f"{BAR}nothing",)


def written_out(field: str, value: int) -> str:
    most = 10 ** DIGITS[field] - 1
    return f"{min(value, most):0{DIGITS[field]}d}"


def of_day(day: date) -> int:
    """A day as a number: 20240517."""
    return day.year * 10_000 + day.month * 100 + day.day


def of_term(term: Leaf) -> tuple[str, ...]:
    """The marks that a term is found by which is no text: any of them."""
    if isinstance(term, Marked):
        return term.marks
    if isinstance(term, Color):
        return of_wanted(term.text)
    if isinstance(term, Number):
        return of_range(term.field, term.sign, int(term.value * (CENTS if term.field == "price" else 1)))
    if isinstance(term, Moment) and (start := start_of(term.text)):
        return of_range("date", "<" if term.field == "before" else ">=", of_day(start))
    raise TypeError(term)


def of_color(color: dict[str, str]) -> tuple[str, str]:
    """The marks of a colour of a picture's palette (`gallery.imaging.palette.Color`): its name, and its cell."""
    return f"{BAR}{color['name']}", written(place_of(lab(*from_hex(color["hex"]))))


@lru_cache(maxsize=1024)
def of_wanted(color: str) -> tuple[str, ...]:
    """The marks that a colour is found by: a name's own, or those of all cells near to a hex value.

    Some 10 ms for a value that was not asked for before.
    """
    if not color.startswith("#"):
        return (f"{BAR}{color}",)
    wanted = lab(*from_hex(color))
    near = {place for place in places() if color_distance(wanted, middle_of(place)) <= NEAR}
    return tuple(sorted(written(place) for place in {*near, place_of(wanted)}))


def place_of(color: Lab) -> Place:
    """The cell that a colour is in."""
    lightness, a, b = (round(value / SIDE) for value in color)
    return lightness, a, b


def middle_of(place: Place) -> Lab:
    lightness, a, b = (SIDE * each for each in place)
    return lightness, a, b


def written(place: Place) -> str:
    lightness, a, b = place
    return f"{BAR}{lightness:02d}{a + 20:02d}{b + 20:02d}"


@lru_cache(maxsize=1)
def places() -> set[Place]:
    """The cells that colours of sRGB fall in, and those beside them: of some at the border no sample falls into."""
    sampled = {place_of(lab(*rgb)) for rgb in product(_LEVELS, repeat=3)}
    steps = list(product((-1, 0, 1), repeat=3))
    return {(max(0, light + up), a + da, b + db) for light, a, b in sampled for up, da, db in steps}
