"""Reading a query. It never raises: what cannot be read as an operator is searched for as words, and a warning says so.

query   = all ("OR" all)*             AND binds tighter than OR
all     = part (["AND"] part)*
part    = "-" part | "(" query ")" | term
term    = word | prefix* | "a phrase" | field:term
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gallery.search.lexer import Lexer, Misread, Token
from gallery.search.tree import EVERYTHING, Node, Text, all_of, either_of, none_of, render

LONGEST = 500
_HALVES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Query:
    """A query as it was read. `says_nothing`: there was a text, but nothing in it to search for."""

    tree: Node
    warnings: Sequence[Misread]
    says_nothing: bool

    @property
    def parsed_as(self) -> str:
        """The query as this tree would be written: parsed again it gives the same tree."""
        return render(self.tree)


def parse(text: str) -> Query:
    """Reads any text whatever."""
    # Halves of a character, which no database and no answer can hold.
    lexer = Lexer(_HALVES.sub("\ufffd", text))
    tree = Reader(lexer).query()
    warnings = sorted(lexer.warnings, key=lambda warning: warning.position)
    return Query(tree, warnings, says_nothing=tree == EVERYTHING and bool(text.strip()))


class Reader:
    """Recursive descent; the lexer has paired the parentheses and bounded their depth."""

    def __init__(self, lexer: Lexer) -> None:
        self.lexer = lexer
        self.tokens = lexer.tokens()
        self.place = 0

    def take(self) -> Token | None:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        self.place += 1
        return token

    @property
    def part_follows(self) -> bool:
        return self.place < len(self.tokens) and self.tokens[self.place].kind in {"term", "(", "-"}

    def query(self) -> Node:
        """Up to the end, or to the parenthesis that ends a group."""
        branches: list[list[Node]] = [[]]
        while (token := self.take()) and token.kind != ")":
            if token.kind in {"OR", "AND"}:
                self.join(token, branches)
            else:
                branches[-1] += self.part(token)
        return either_of(all_of(branch) for branch in branches if branch)

    def join(self, token: Token, branches: list[list[Node]]) -> None:
        """OR begins another branch, AND nothing new; each where it has nothing to join is a word."""
        if not branches[-1] or not self.part_follows:
            self.lexer.warn(token.position, _("This joins nothing, and is searched for as a word."))
            branches[-1].append(Text(token.kind.lower()))
        elif token.kind == "OR":
            branches.append([])

    def part(self, token: Token) -> list[Node]:
        """What one token begins: one node, or none for what is empty."""
        if token.leaf is not None:
            return [token.leaf]
        if token.kind == "(":
            inner = self.query()
            return [] if inner == EVERYTHING else [inner]
        following = self.take() if self.part_follows else None
        if following is None:
            self.lexer.warn(token.position, _("There is nothing here to leave out."))
            return []
        return [none_of(part) for part in self.part(following)]
