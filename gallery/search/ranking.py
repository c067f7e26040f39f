"""How well an entry answers a query: title over tags over description, on either database alike.

Not by the databases' own measures, which differ; SQLite's (bm25) also counts all that a word finds
before it tells of one.
"""

from dataclasses import dataclass

from gallery.search.tree import Node, Text, wanted

TITLE, WHOLE_TITLE, TAGS, FURTHER = 8.0, 4.0, 3.0, 1.0
"""What a term is worth by where it stands; the nearer it comes to being the whole title, the more of `WHOLE_TITLE`."""
READ = 1_000
"""Characters of a description in which terms are looked for."""


@dataclass(frozen=True)
class Term:
    """A term of a query as it stands between spaces in a folded text, in the one field or in any."""

    written: str
    field: str
    length: int

    def worth(self, title: str, tags: str, description: str) -> float:
        """0 to 12; the texts folded, with a space before and behind."""
        if self.field in {"", "title"} and self.written in title:
            return TITLE + WHOLE_TITLE * self.length / (title.count(" ") - 1)
        if self.field in {"", "tag"} and self.written in tags:
            return TAGS
        # Of fields that are not read here only what has them is found.
        is_further = (
            self.written in description if self.field in {"", "description"} else self.field not in {"title", "tag"}
        )
        return FURTHER if is_further else 0.0


class Ranking:
    """Scores for one query. Without a term that is looked for all are 0."""

    def __init__(self, tree: Node) -> None:
        self.terms = list(dict.fromkeys(map(term_of, wanted(tree))))

    def score(self, title: str, tags: str, description: str) -> float:
        """From 0 to 1, for the folded texts of an entry. The description may be cut."""
        if not self.terms:
            return 0.0
        texts = f" {title} ", f" {tags} ", f" {description} "
        return sum(term.worth(*texts) for term in self.terms) / (len(self.terms) * (TITLE + WHOLE_TITLE))


def term_of(text: Text) -> Term:
    words = text.words
    return Term(f" {' '.join(words)}{'' if text.prefix else ' '}", text.field, len(words))
