"""Words without what tells whose they are, for a jury that shall not know."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from gallery.search.folding import words_of

MASK = "█"
LEAST, LEAST_OF_SIGNS = 3, 2
"""Letters that a word of a name has at least to be masked by itself, in Latin letters and in others; shorter ones are masked
where the whole name stands."""
TELLING = 5
"""From as many letters on, a name is masked inside of other words too: adalovelaceart."""

TOKEN = re.compile(r"[^\W_]+")
ADDRESS = re.compile(
    r"""
      [\w.+-]*[@\uff20][\w.-]+                                # @name, name@example.org
    | \b[a-z][a-z0-9+.-]*://\S+                               # https://…
    | \bwww\.\S+
    | \b(?:[^\W_][\w-]+\.)+(?:[a-z]{2,}|[A-Z]{2,})\b(?:[/?\#]\S*)?  # example.org/works
    | \b[a-z]\.[a-z]{2,}/\S+                                  # t.me/name, x.com/name
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Veil:
    """What masks one artist's names: those given, as an artist calls themselves here."""

    def __init__(self, names: Iterable[str]) -> None:
        given = [normal(name) for name in names]
        folded = {"".join(words_of(word)) for name in given for word in [name, *TOKEN.findall(name)]}
        self._words = {word for word in folded if len(word) >= (LEAST if word.isascii() else LEAST_OF_SIGNS)}
        self._wholes = [whole for name in given if (whole := whole_name(name))]

    def over(self, text: str) -> str:
        """The text with a mask in place of each address, each call of somebody, and each word that holds one of the names."""
        seen = ADDRESS.sub(MASK, normal(text))
        for whole in self._wholes:
            seen = whole.sub(MASK, seen)
        return TOKEN.sub(lambda found: MASK if self._betrays(found.group()) else found.group(), seen)

    def _betrays(self, token: str) -> bool:
        words = words_of(token)
        joined = "".join(words)
        return any(is_in(name, joined) or name in words for name in self._words)


def is_in(name: str, word: str) -> bool:
    """Whether a folded word tells a folded name: begins with it (Adas, Lovelacean), or holds one that is telling."""
    return word.startswith(name) or ((len(name) >= TELLING or not name.isascii()) and name in word)


def normal(text: str) -> str:
    """A text as it looks: accents in one way, and nothing hidden between letters that has no width."""
    return "".join(visible(unicodedata.normalize("NFC", text)))


def visible(text: str) -> Iterator[str]:
    return (sign for sign in text if unicodedata.category(sign) != "Cf")


def whole_name(name: str) -> re.Pattern[str] | None:
    """Finds a name of several words, whatever stands between them."""
    words = TOKEN.findall(name)
    if len(words) < 2:
        return None
    return re.compile(r"(?<![^\W_])" + r"[\W_]*".join(map(re.escape, words)) + r"(?![^\W_])", re.IGNORECASE)
