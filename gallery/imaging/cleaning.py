"""One way for text and one for numbers out of strangers' files into our columns."""

import math
import re
import unicodedata

TEXT_LENGTH = 500
LARGEST = 1e9
"""Beyond it a number in EXIF is noise: a fuzzed rational, or the mark for "unknown"."""

# NUL, which PostgreSQL refuses; other control characters; lone surrogates, which no UTF-8 holds; bidirectional
# overrides and isolates, with which a name can pretend to be another; byte-order marks and noncharacters.
_UNWANTED = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SPACES = re.compile(r"[^\S\n]+")


def clean_text(value: str, *, limit: int = TEXT_LENGTH, lines: bool = False) -> str:
    """`value` as one line of safe, composed (NFC) text, at most `limit` characters; "" where nothing is left.

    What follows a NUL is what a careless program left in its buffer, and goes. `lines` keeps line breaks.
    """
    value = value.lstrip("\0 ").partition("\0")[0][: 4 * limit]
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = unicodedata.normalize("NFC", _UNWANTED.sub("", value))
    value = _SPACES.sub(" ", value if lines else value.replace("\n", " "))
    return value.strip()[:limit].strip()


def decoded(value: bytes) -> str:
    """Bytes of no declared encoding as text: UTF-8 where they are that, else Windows-1252, as old programs wrote."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "ignore")


def clean_number(value: object) -> float | None:
    """A finite number no larger than `LARGEST`; None for 0/0, infinities, not-a-number and what is no number.

    Takes EXIF rationals as well, and of several numbers the first.
    """
    if isinstance(value, tuple | list) and value:
        value = value[0]
    if isinstance(value, str | bytes | bool):
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) and abs(number) <= LARGEST else None


def positive(value: object) -> float | None:
    """`clean_number` where it is above zero, which focal lengths, apertures and times are."""
    number = clean_number(value)
    return number if number is not None and number > 0 else None
