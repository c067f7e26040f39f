"""P11: the portfolio page with 100 works: server time beside an empty page, queries, bytes besides images, and what shifts."""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import measure, rows
from benchmarks.client import Browser
from benchmarks.house import ANYBODY, ROOT, open_house, register
from benchmarks.measure import in_turns
from benchmarks.private import drawn
from benchmarks.server import Server, served
from benchmarks.table import Line, milliseconds, publish
from benchmarks.weighing import weigh

WORKS = 100
BLOCK = 5
PAGE, EMPTY = "/@ada", "/reference/empty"
MOST_MILLISECONDS, MOST_QUERIES, MOST_KILOBYTES, MOST_SHIFTED = 60, 15, 100, 0.01
METHOD = (
    f"The portfolio of an artist with {WORKS} works, three tags each, in two galleries, asked for by a visitor. One server "
    "process with its usual middleware answers it and an empty view; blocks of {block} requests in turns, medians of {rounds} "
    "rounds of the CPU time of one request. Bytes are those of bodies as they are sent compressed to an empty cache: the page, "
    "its style sheets, its modules with what they import, the sprite. Shift is chromium's cumulative layout shift until nothing "
    "loads any more, scrolled to the end, at 1440 and at 360 pixels. SQLite."
)


def main(room: Path, rounds: int) -> None:
    environment = open_house(room)
    fill(room)
    with served("config.wsgi.application", environment) as server:
        browser = Browser(server.port, ANYBODY.headers)
        found = in_turns({path: partial(block, server, browser, path) for path in (PAGE, EMPTY)}, rounds=rounds)
        weights = weigh(f"http://127.0.0.1:{server.port}", PAGE)
        lines = [timed(found), counted(), weighed(weights), *shifted(server)]
    publish("p11", "P11: the portfolio page with 100 works", METHOD.format(block=BLOCK, rounds=rounds), lines)


def fill(room: Path) -> None:
    """ada's works, each of a picture whose copies are on the shelf."""
    from gallery.actions.artworks import create_artwork
    from gallery.actions.galleries import create_gallery

    ada = register("ada")
    pictures = rows.fill(ada, WORKS, visibility="private")
    rows.hang(pictures, drawn(room))
    galleries = [create_gallery(by=ada, name=name) for name in ("Coast", "Inland")]
    for number, picture in enumerate(pictures):
        tags = [f"subject {(number + step) % 20}" for step in range(3)]
        facts = {
            "medium": "Oil on linen",
            "price": 500,
            "currency": "EUR",
            "tags": tags,
            "gallery": galleries[number % 2],
        }
        create_artwork(by=ada, title=f"Morning light, study no. {number}", image_ids=[picture], **facts)


def block(server: Server, browser: Browser, path: str) -> float:
    server.spent()
    for _ in range(BLOCK):
        browser.ask(path)
    return server.spent() / BLOCK


def timed(found: dict[str, float]) -> Line:
    ours, empty = found[PAGE], found[EMPTY]
    what = "server time for a visitor, beside an empty page"
    return Line(what, milliseconds(ours), milliseconds(empty), ours * 1000, at_most=MOST_MILLISECONDS, unit="ms")


def counted() -> Line:
    """The queries of the page, counted in this process on the same database."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = Client(SERVER_NAME="localhost").get(PAGE)
    if answer.status_code != 200:
        raise ValueError(f"The page was answered with {answer.status_code}.")
    return Line("queries", str(len(queries)), "", float(len(queries)), at_most=MOST_QUERIES, unit="queries")


def weighed(weights: dict[str, int]) -> Line:
    told = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in weights.items())
    total = sum(weights.values()) / 1000
    return Line(f"sent besides images ({told})", f"{total:.1f} kB", "", total, at_most=MOST_KILOBYTES, unit="kB")


def shifted(server: Server) -> list[Line]:
    """In chromium, by the house's own environment, which has a driver of it; nothing, and a word, where there is none."""
    command = [ROOT / ".venv/bin/python", "-m", "benchmarks.shifting", f"http://127.0.0.1:{server.port}{PAGE}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if told.returncode:
        print(f"SKIPPED: what shifts. {told.stderr.strip().rpartition(chr(10))[2]}", file=sys.stderr)
        return []
    most = float(told.stdout)
    return [Line("layout shift", f"{most:.4f}", "", most, at_most=MOST_SHIFTED, unit="CLS")]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main(Path(folder), measure.rounds(15))
