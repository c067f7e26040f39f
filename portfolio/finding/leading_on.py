"""What to try where nothing was found."""

from typing import NamedTuple

from gallery.search.tree import Node, Text, wanted, written
from portfolio.finding.asked import Asked

MOST_WORDS = 8
LEAST_LETTERS = 4
"""Of a word that may be spelt otherwise: its first two thirds are looked for then."""


class Way(NamedTuple):
    """A query, and the page that answers it."""

    query: str
    href: str


class Ways(NamedTuple):
    """Each word alone, what begins alike, and the page without all that narrows; empty where that would be the same again."""

    words: list[Way]
    beginnings: list[Way]
    wider: str


def ways_on(asked: Asked, tree: Node) -> Ways:
    """What else may be asked for."""
    query = asked.given.get("query", "")
    terms = list(dict.fromkeys(wanted(tree)))[:MOST_WORDS]
    words = [written(term) for term in terms] if len(terms) > 1 else []
    beginnings = [f"{term.text[: len(term.text) * 2 // 3]}*" for term in terms if may_be_misspelt(term)]
    wider = asked.only(query=query) if query and len(asked.given) > 1 else ""
    return Ways(
        [Way(word, asked.only(query=word)) for word in words],
        [Way(word, asked.only(query=word)) for word in dict.fromkeys(beginnings)],
        wider,
    )


def may_be_misspelt(term: Text) -> bool:
    """Whether it is one word that is written as it is spoken."""
    text = term.text
    return not (term.quoted or term.prefix) and text.isalpha() and len(text) >= LEAST_LETTERS
