"""Texts as they are compared: words of plain letters and digits, without accents and in lower case.

Index and query are folded here alike, so that neither database is left to decide what a word is.
"""

import re
import unicodedata
from functools import lru_cache

BAR = "\u01c0"
"""A letter (a dental click) that folding takes from every text: what the index writes with it nobody can type."""
LONGEST = 100
"""Letters of a word that count. PostgreSQL keeps no word of more than 2,046 bytes."""

_MARKS = "\u00ad" + "".join(
    chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"}
)
# Chinese and Japanese put no space between words: each of these signs is one, and what is typed together a phrase.
_SIGNS = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{_SIGNS}][{re.escape(_MARKS)}]*|[^\W_{_SIGNS}](?:[^\W_{_SIGNS}]|[{re.escape(_MARKS)}])*")
"""A word as it is written, its accents and joiners with it."""

# One of half the width stands among letters until it is taken apart.
_SIGN = re.compile(f"[{_SIGNS}]")
# What Unicode does not take apart.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "þ": "th", BAR: " "})
# PostgreSQL reads a number in scientific notation as a word of its own, even where letters follow.
_SCIENTIFIC = re.compile(r"(?<!\S)([0-9]+e[0-9]+)(?=[^\s0-9])")


@lru_cache(maxsize=2**15)
def fold_run(run: str) -> tuple[str, ...]:
    """The words of one run: as a rule one, none for a fraction such as `৴`, several for `½` or `株式会社` in one sign."""
    lowered = unicodedata.normalize("NFKD", run).casefold().lower()
    plain = unicodedata.normalize("NFKD", lowered).translate(_PLAIN)
    words = _SCIENTIFIC.sub(r"\1 ", _SIGN.sub(r" \g<0> ", "".join(map(_kept, plain)))).split()
    return tuple(word[:LONGEST] for word in words)


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word for run in RUN.findall(text) for word in fold_run(run)]


def fold(text: str) -> str:
    """A text as the index holds it."""
    return " ".join(words_of(text))


def _kept(sign: str) -> str:
    """A letter as it is, a digit of any script as one of ours, nothing for a mark, a space for anything else."""
    category = unicodedata.category(sign)
    if category[0] == "L":
        return sign
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    return "" if category[0] == "M" or category == "Cf" else " "
