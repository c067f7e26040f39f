"""What a query says, as a tree, and the one way in which that is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from gallery.search.folding import BAR, words_of


@dataclass(frozen=True)
class Text:
    """Words that stand beside each other in `field`, or anywhere where that is empty: a word, a phrase (`quoted`), or what
    begins so (`prefix`). `whole`: nothing else is in the same tag."""

    text: str
    field: str = ""
    quoted: bool = False
    prefix: bool = False
    whole: bool = False

    @property
    def words(self) -> list[str]:
        """As the index holds them."""
        return [BAR, *words_of(self.text), BAR] if self.whole else words_of(self.text)


@dataclass(frozen=True)
class Number:
    """That `field` (iso, width, price) compares so; `sign` is one of > >= < <= =."""

    field: str
    sign: str
    value: Decimal


@dataclass(frozen=True)
class Moment:
    """That its date lies `before` the first moment of a year, month or day, or not (`after`)."""

    field: str
    text: str


@dataclass(frozen=True)
class Color:
    """That a colour of it is near: the name of one, or `#rrggbb`."""

    text: str


@dataclass(frozen=True)
class Marked:
    """That the index has given it any of these marks (`gallery.search.marks`). Never written in a query."""

    marks: tuple[str, ...]


@dataclass(frozen=True)
class Not:
    part: "Node"


@dataclass(frozen=True)
class All:
    """All of the parts; without any, everything."""

    parts: "tuple[Node, ...]" = ()


@dataclass(frozen=True)
class Either:
    """At least one of the parts, of which there are two or more."""

    parts: "tuple[Node, ...]"


Leaf: TypeAlias = Text | Number | Moment | Color | Marked
Node: TypeAlias = Leaf | Not | All | Either
EVERYTHING = All()


def all_of(parts: Iterable[Node]) -> Node:
    """All of these, in the one form in which that is kept: nothing nested in itself, nothing around a single part."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def either_of(parts: Iterable[Node]) -> Node:
    """Any of these, in the one form in which that is kept; of none, everything."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, Either) else (part,))]
    return Either(tuple(flat)) if len(flat) > 1 else all_of(flat)


def none_of(part: Node) -> Node:
    return part.part if isinstance(part, Not) else Not(part)


def wanted(node: Node) -> Iterator[Text]:
    """The texts that are looked for; not those that are left out."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from wanted(part)


def render(node: Node) -> str:
    """The tree as a query that reads as this tree."""
    if isinstance(node, All):
        return " ".join(f"({render(part)})" if isinstance(part, Either) else render(part) for part in node.parts)
    if isinstance(node, Either):
        return " OR ".join(map(render, node.parts))
    if isinstance(node, Not):
        inner = render(node.part)
        return f"-({inner})" if isinstance(node.part, All | Either) else f"-{inner}"
    return written(node)


def written(leaf: Leaf) -> str:
    """One term as a query has it."""
    if isinstance(leaf, Text):
        text = f'"{leaf.text}"' if leaf.quoted else f"{leaf.text}*" if leaf.prefix else leaf.text
        return f"{leaf.field}:{text}" if leaf.field else text
    if isinstance(leaf, Number):
        return f"{leaf.field}:{'' if leaf.sign == '=' else leaf.sign}{leaf.value:f}"
    if isinstance(leaf, Moment):
        return f"{leaf.field}:{leaf.text}"
    if isinstance(leaf, Color):
        return f"color:{leaf.text}"
    raise ValueError("a mark is never written")
