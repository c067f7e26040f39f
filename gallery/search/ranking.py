"""How well an entry answers a query: title over tags over all else, on either database alike.

Not by the databases' own measures, which differ; SQLite's (bm25) also counts all that a word finds
before it tells of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gallery.search.tree import Node, Text, wanted

TITLE, WHOLE_TITLE, TAGS, FURTHER = 8.0, 4.0, 3.0, 1.0
"""What a term is worth by where it stands; the nearer it comes to being the whole title, the more of `WHOLE_TITLE`."""
READ = 1_000
"""Characters of a description in which terms are looked for."""
ELSEWHERE = ("description", "artist", "medium", "camera", "location")
"""Fields of an entry beside title and tags, which are further texts of it."""


@dataclass(frozen=True)
class Term:
    """A term of a query as it stands between spaces in a folded text, in the one field or in any."""

    written: str
    field: str
    length: int

    def worth(self, title: str, tags: str, further: Sequence[str]) -> float:
        """0 to 12; the texts folded, title and tags with a space before and behind, `further` as `ELSEWHERE` names them."""
        if self.field in {"", "title"} and self.written in title:
            return TITLE + WHOLE_TITLE * self.length / (title.count(" ") - 1)
        if self.field in {"", "tag"} and self.written in tags:
            return TAGS
        texts = (f" {text} " for field, text in zip(ELSEWHERE, further, strict=True) if self.field in {"", field})
        return FURTHER if any(self.written in text for text in texts) else 0.0


class Ranking:
    """Scores for one query. Without a term that is looked for all are 0."""

    def __init__(self, tree: Node) -> None:
        self.terms = list(dict.fromkeys(map(term_of, wanted(tree))))

    def score(self, title: str, tags: str, *further: str) -> float:
        """From 0 to 1, for the folded texts of an entry, `further` as `ELSEWHERE` names them. The description may be cut."""
        if not self.terms:
            return 0.0
        title, tags = f" {title} ", f" {tags} "
        return sum(term.worth(title, tags, further) for term in self.terms) / (len(self.terms) * (TITLE + WHOLE_TITLE))


def term_of(text: Text) -> Term:
    words = text.words
    return Term(f" {' '.join(words)}{'' if text.prefix else ' '}", text.field, len(words))
