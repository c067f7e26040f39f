"""A query cut into its pieces. What cannot be read as an operator becomes words, with a warning; nothing is ever refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from gallery.search.fields import read_field, read_text
from gallery.search.folding import RUN, fold_run
from gallery.search.tree import Leaf, Text

MOST_TERMS = 40
DEEPEST = 10

_PIECE = re.compile(
    r"""(?P<sign>[()])
    | (?P<minus>-(?=[^\s)-]))
    | (?:(?P<name>[^\s()":]+):)?"(?P<phrase>[^"]*)"
    | (?P<quote>")
    | (?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
_FIELD = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Misread:
    """What could not be read as it was meant: where in the query (characters from its beginning), and why."""

    position: int
    detail: str


@dataclass(frozen=True)
class Token:
    """A piece: `(`, `)`, `-`, `OR`, `AND`, or a term, which has a leaf."""

    kind: str
    position: int
    leaf: Leaf | None = None


@dataclass
class Lexer:
    """Cuts a query; `warnings` are complete once all tokens were taken."""

    text: str
    warnings: list[Misread] = field(default_factory=list)

    def warn(self, position: int, detail: str) -> None:
        self.warnings.append(Misread(position, detail))

    def tokens(self) -> list[Token]:
        """All pieces: at most so many terms, every parenthesis with its other half, none too deep."""
        return self.paired(list(self.limited()))

    def limited(self) -> Iterator[Token]:
        terms = 0
        for token in self.pieces():
            terms += token.leaf is not None
            if terms > MOST_TERMS:
                self.warn(token.position, _("Only the first %d terms are searched for.") % MOST_TERMS)
                return
            yield token

    def pieces(self) -> Iterator[Token]:
        for found in _PIECE.finditer(self.text):
            position = found.start()
            if found["sign"] or found["minus"]:
                yield Token(found[0], position)
            elif found["quote"]:
                self.warn(position, _("This quotation mark is never closed."))
            elif found["word"]:
                yield from self.word(found["word"], position)
            elif found["name"]:
                yield from self.field(found["name"], found["phrase"], position, quoted=True)
            else:
                yield from self.term(read_text("", found["phrase"], quoted=True), found["phrase"], position)

    def word(self, word: str, position: int) -> Iterator[Token]:
        if word in {"OR", "AND"}:
            yield Token(word, position)
        elif found := _FIELD.fullmatch(word):
            yield from self.field(found[1], found[2], position, quoted=False)
        else:
            yield from self.term(None if word.startswith("-") else read_text("", word), word, position)

    def field(self, name: str, value: str, position: int, *, quoted: bool) -> Iterator[Token]:
        try:
            leaf = read_field(name.lower(), value, quoted=quoted)
        except KeyError:
            self.warn(position, _("There is no such field: what stands here is searched for as words."))
            yield from words(f"{name} {value}", position)
        else:
            yield from self.term(leaf, f"{name} {value}", position)

    def term(self, leaf: Leaf | None, text: str, position: int) -> Iterator[Token]:
        """A term, or what it says as words where it could not be read."""
        if leaf is not None:
            yield Token("term", position, leaf)
            return
        found = list(words(text, position))
        detail = _("This cannot be read, and is searched for as words.") if found else _("Nothing to search for here.")
        self.warn(position, detail)
        yield from found

    def paired(self, tokens: list[Token]) -> list[Token]:
        """Without the parentheses that have no other half, or lie too deep."""
        dropped: set[int] = set()
        opened: list[int] = []
        for index, token in enumerate(tokens):
            if token.kind == "(":
                opened.append(index)
                if len(opened) > DEEPEST:
                    dropped.add(index)
                    self.warn(token.position, _("Parentheses are read %d deep.") % DEEPEST)
            elif token.kind == ")" and opened:
                if opened.pop() in dropped:
                    dropped.add(index)
            elif token.kind == ")":
                dropped.add(index)
                self.warn(token.position, _("This parenthesis was never opened."))
        for index in opened:
            dropped.add(index)
            self.warn(tokens[index].position, _("This parenthesis is never closed."))
        return [token for index, token in enumerate(tokens) if index not in dropped]


def words(text: str, position: int) -> Iterator[Token]:
    """Each word of a text for itself."""
    for run in RUN.findall(text):
        if fold_run(run):
            yield Token("term", position, Text(run.lower() if run in {"OR", "AND"} else run))
