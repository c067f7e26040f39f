"""P9 and P10: lists and searches as a library grows: 10,000 pictures beside 100,000 and, on demand, a million."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from benchmarks import crowd, measure
from benchmarks.house import ROOT
from benchmarks.lists import postgresql
from benchmarks.measure import in_turns
from benchmarks.table import Line, milliseconds, publish

DATABASES = ("SQLite", "PostgreSQL")
WHO = ("visitor", "signed in")
SMALLEST = 10_000
USUAL = (SMALLEST, 100_000)
BLOCK = 5
DEEP = 40  # pages by cursor before the one that is measured
FIRST, CURSOR = "first page", f"cursor, page {DEEP}"
# What is asked, and what its SQL may take in milliseconds at the largest size; "{cursor}" is where DEEP pages of walking led.
LISTS = {
    FIRST: "/api/images?cursor=",
    CURSOR: "/api/images?cursor={cursor}",
    "page 200 by number": "/api/images?page=200",
    "a common tag": f"/api/images?cursor=&tags={crowd.COMMON}",
    "a middling tag": f"/api/images?cursor=&tags={crowd.MIDDLING}",
    "a rare tag": f"/api/images?cursor=&tags={crowd.RARE}",
}
SEARCHES = {
    "search, newest first": (f"/api/search?query={crowd.COMMON_WORD}&ordering=-date&type=image", 5),
    "search by relevance, a common word": (f"/api/search?query={crowd.COMMON_WORD}&type=image", 25),
    "search by relevance, a rare word": (f"/api/search?query={crowd.RARE_WORD}&type=image", 25),
    "search by relevance, two common words": (f"/api/search?query={crowd.COMMON_WORD} word00001&type=image", 25),
    "autocomplete of tags": ("/api/tags?prefix=tag 000&page_size=10", 5),
}
GOALS = {CURSOR: 1.5, "a common tag": 3.0}
METHOD = (
    "One process for each size and database asks its own site, middleware included, in turns with the others: blocks of "
    f"{BLOCK} requests, medians of {{rounds}} rounds, by the wall clock; SQL is the time that the request's statements took, "
    f"rows fetched, PostgreSQL asked over a socket. {crowd.PEOPLE} people, {crowd.TAGS:,} tags by Zipf's law (the commonest "
    "on three of ten pictures), seven of ten pictures public. A visitor asks, and a person who has 1 of 200 pictures. Both "
    "databases have analysed their tables."
)


def main(sizes: list[int], databases: list[str], rounds: int) -> None:
    for name in databases:
        with ExitStack() as stack:
            opening = {size: stack.enter_context(opened(name, size)) for size in sizes}
            houses = {size: house for size, house in opening.items() if house is not None}
            if not houses:
                continue
            lists = [line for who in WHO for line in list_lines(houses, f"{name}, {who}", who, rounds)]
            searches = [line for who in WHO for line in search_lines(houses, f"{name}, {who}", who, rounds)]
        method, kept = METHOD.format(rounds=rounds), f"{name.lower()}-{max(sizes)}"
        publish(f"p9-{kept}", f"P9: lists as a library grows, {name}", method, lists)
        publish(f"p10-{kept}", f"P10: search and autocomplete as a library grows, {name}", method, searches)


class House:
    """A process that has filled a database and answers how long its requests take."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    def ask(self, path: str, who: str) -> dict[str, float]:
        """Seconds of one request and of its SQL, as means of a block."""
        return self.say({"path": path, "who": who, "block": BLOCK})

    def say(self, what: dict[str, Any]) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("A house has fallen down: see above.")
        return json.loads(answer)


@contextmanager
def opened(name: str, size: int) -> Iterator[House | None]:
    """A house with so many pictures; None where there is no PostgreSQL."""
    database = renamed(postgresql(), size) if name == "PostgreSQL" else ""
    if name == "PostgreSQL" and not database:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as room:
        command = [sys.executable, "-m", "benchmarks.growth_house", room, database, str(size)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            house = House(process)
            filled = house.say({"ready": True})
            print(
                f"{name}: {size:,} pictures in {filled['rows']:.0f} s",
                flush=True,
            )
            yield house
        finally:
            process.stdin.close()  # type: ignore[union-attr]
            process.wait()


def renamed(url: str, size: int) -> str:
    """An empty database of its own for each size."""
    if not url:
        return ""
    import psycopg

    name = f"atelier_bench_{size}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def measured(houses: dict[int, House], path: str, who: str, rounds: int) -> dict[int, dict[str, float]]:
    """Seconds by size: of the request, and of its SQL."""
    found: dict[int, list[dict[str, float]]] = {size: [] for size in houses}

    def action(size: int) -> Callable[[], float]:
        def ask() -> float:
            found[size].append(houses[size].ask(path, who))
            return found[size][-1]["request"]

        return ask

    whole = in_turns({str(size): action(size) for size in houses}, rounds=rounds)
    sql = {size: sorted(each["sql"] for each in found[size])[len(found[size]) // 2] for size in houses}
    return {size: {"request": whole[str(size)], "sql": sql[size]} for size in houses}


def list_lines(houses: dict[int, House], where: str, who: str, rounds: int) -> Iterator[Line]:
    """Each list at each size, beside the first page at the smallest."""
    reference = measured(houses, LISTS[FIRST], who, rounds)[min(houses)]
    for what, path in LISTS.items():
        found = measured(houses, path, who, rounds)
        for size, seconds in found.items():
            yield Line(
                f"{what} of {size:,}, {where} (SQL {milliseconds(seconds['sql'])})",
                milliseconds(seconds["request"]),
                milliseconds(reference["request"]),
                seconds["request"] / reference["request"],
                at_most=GOALS.get(what) if size == max(houses) else None,
            )


def search_lines(houses: dict[int, House], where: str, who: str, rounds: int) -> Iterator[Line]:
    for what, (path, most) in SEARCHES.items():
        for size, seconds in measured(houses, path, who, rounds).items():
            sql = 1000 * seconds["sql"]
            goal = most if size == max(houses) else None
            yield Line(
                f"{what} of {size:,}, {where}", milliseconds(seconds["request"]), "", sql, at_most=goal, unit="ms SQL"
            )


if __name__ == "__main__":
    wanted = [int(each) for each in os.environ.get("SIZES", "").replace("_", "").split(",") if each] or list(USUAL)
    databases = os.environ.get("DATABASES", "").split(",") if os.environ.get("DATABASES") else list(DATABASES)
    main(sorted(wanted), databases, measure.rounds(9))
