"""The feed of who follows 1,000 of 3,000 artists, among 100,000 works and half a million likes."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from benchmarks import measure
from benchmarks.feed_rows import FOLLOWED, LIKES_EACH, PEOPLE, READERS, WORKS
from benchmarks.growth import House, renamed
from benchmarks.house import ROOT
from benchmarks.lists import postgresql
from benchmarks.measure import in_turns
from benchmarks.table import Line, milliseconds, publish

DATABASES = ("SQLite", "PostgreSQL")
BLOCK = 5
ONE, MANY = "1 followed", "1,000 followed"
PAGES, DEEPER, MOST_CHOICE = 2.0, 1.5, 250.0
METHOD = (
    f"One process asks its own site, middleware included, or the function alone, in blocks of {BLOCK} in turns with the "
    "reference; medians of {rounds} rounds by the wall clock, SQL beside them. "
    f"{PEOPLE:,} people, {WORKS:,} works, {PEOPLE * LIKES_EACH:,} likes; the readers follow nobody, few, or {FOLLOWED:,}: who "
    "show something, who did nothing for the last four fifths of the time, who keep everything private, and one of whom "
    "5,000 works have one time. A page has 24 works; the deep one lies behind 1,200 of them. Pages are held against the list of "
    "all works by cursor, which tells 24 works in the same way; a deep page also against the first; finding new works artist by "
    "artist against walking all works by date. The choice of what is recommended is made once for a walk."
)


def main(databases: list[str], rounds: int) -> None:
    for name in databases:
        with opened(name) as house:
            if house is None:
                continue
            lines = [*page_lines(house, rounds), *finding_lines(house, rounds), *choice_lines(house, rounds)]
        title = f"The feed of who follows a thousand artists, {name}"
        publish(f"feed-{name.lower()}", title, METHOD.format(rounds=rounds), lines)


@contextmanager
def opened(name: str) -> Iterator[House | None]:
    """A house that is filled; None where there is no PostgreSQL."""
    database = renamed(postgresql(), WORKS) if name == "PostgreSQL" else ""
    if name == "PostgreSQL" and not database:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as room:
        command = [sys.executable, "-m", "benchmarks.feed_house", room, database]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            house = House(process)
            print(f"{name}: filled in {house.say({})['rows']:.0f} s", flush=True)
            yield house
        finally:
            process.stdin.close()  # type: ignore[union-attr]
            process.wait()


def measured(house: House, asked: dict[str, tuple[str, str]], rounds: int) -> dict[str, dict[str, float]]:
    """Seconds of each, in turns: of the whole, and of its SQL."""
    sql: dict[str, list[float]] = {name: [] for name in asked}

    def action(name: str) -> Callable[[], float]:
        what, who = asked[name]

        def ask() -> float:
            answer = house.say({"what": what, "who": who, "block": BLOCK})
            sql[name].append(answer["sql"])
            return float(answer["request"])

        return ask

    whole = in_turns({name: action(name) for name in asked}, rounds=rounds)
    return {name: {"request": whole[name], "sql": sorted(sql[name])[len(sql[name]) // 2]} for name in asked}


def line(what: str, found: dict[str, float], reference: dict[str, float], at_most: float | None = None) -> Line:
    return Line(
        f"{what} (SQL {milliseconds(found['sql'])})",
        milliseconds(found["request"]),
        milliseconds(reference["request"]),
        found["request"] / reference["request"],
        at_most=at_most,
    )


def page_lines(house: House, rounds: int) -> Iterator[Line]:
    """The first and a deep page of each reader, beside the list of all works."""
    for who in READERS:
        asked = {what: (what, who) for what in ("first page", "deep page", "list of all works")}
        found = measured(house, asked, rounds)
        yield line(f"first page, {who}", found["first page"], found["list of all works"], PAGES)
        if who != "nobody followed":
            yield line(f"deep page beside the first, {who}", found["deep page"], found["first page"], DEEPER)


def finding_lines(house: House, rounds: int) -> Iterator[Line]:
    """Finding new works, beside walking all works by date."""
    for who in READERS:
        found = measured(house, {what: (what, who) for what in ("by artist", "by date")}, rounds)
        yield line(f"new works artist by artist beside by date, {who}", found["by artist"], found["by date"])


def choice_lines(house: House, rounds: int) -> Iterator[Line]:
    """What a beginning costs more."""
    for who in (ONE, MANY):
        found = measured(house, {"choice": ("choice", who)}, rounds)["choice"]
        yield Line(
            f"choice of what is recommended, {who} (SQL {milliseconds(found['sql'])})",
            milliseconds(found["request"]),
            "",
            found["request"] * 1000,
            at_most=MOST_CHOICE,
            unit="ms",
        )


if __name__ == "__main__":
    main(sys.argv[1:] or list(DATABASES), measure.rounds(3))
