"""Where in a text the words of a query stand, marked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from gallery.search.folding import RUN, fold_run
from gallery.search.tree import Node, Text, wanted

AROUND = 15
"""Words that are told before and behind the first that is marked."""


@dataclass(frozen=True)
class Run:
    start: int
    end: int
    words: tuple[str, ...]


def highlight(texts: Sequence[tuple[str, str]], tree: Node) -> SafeString:
    """The first of these (field, text) that holds a word of the query, cut around it, as HTML: everything is escaped, and the
    words of the query are in `<mark>`. Where none holds any, the beginning of the first."""
    terms = list(wanted(tree))
    for field, text in texts:
        runs = [Run(found.start(), found.end(), fold_run(found[0])) for found in RUN.finditer(text)]
        if marked := places(runs, [term for term in terms if term.field in {"", field}]):
            return cut(text, runs, marked)
    text = texts[0][1] if texts else ""
    return cut(text, [Run(found.start(), found.end(), ()) for found in RUN.finditer(text)], set())


def places(runs: list[Run], terms: list[Text]) -> set[int]:
    """Which of the runs belong to a term."""
    words = [(word, place) for place, run in enumerate(runs) for word in run.words]
    starts: dict[str, list[int]] = defaultdict(list)
    for start, (word, _) in enumerate(words):
        starts[word].append(start)
    marked: set[int] = set()
    for term in terms:
        *first, last = sought = term.words
        for start in starts_of(first[0], starts) if first else starts_of(last, starts, prefix=term.prefix):
            there = [word for word, _ in words[start : start + len(sought)]]
            ends_well = there[-1].startswith(last) if term.prefix else there[-1] == last
            if len(there) == len(sought) and there[:-1] == first and ends_well:
                marked.update(place for _, place in words[start : start + len(sought)])
    return marked


def starts_of(word: str, starts: dict[str, list[int]], *, prefix: bool = False) -> list[int]:
    """Where a word stands, or what begins with it."""
    if not prefix:
        return starts.get(word, [])
    return [start for each, found in starts.items() if each.startswith(word) for start in found]


def cut(text: str, runs: list[Run], marked: set[int]) -> SafeString:
    """The text around its first mark."""
    first = min(marked, default=0)
    shown = range(max(0, first - AROUND), min(len(runs), first + AROUND + 1))
    start = runs[shown[0]].start if shown and shown[0] > 0 else 0
    end = runs[shown[-1]].end if shown and shown[-1] < len(runs) - 1 else len(text)
    pieces, place = ["…" if start else ""], start
    for index in shown:
        run = runs[index]
        if index in marked:
            pieces += [escape(text[place : run.start]), f"<mark>{escape(text[run.start : run.end])}</mark>"]
            place = run.end
    pieces += [escape(text[place:end]), "…" if end < len(text) else ""]
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of the text was escaped above
