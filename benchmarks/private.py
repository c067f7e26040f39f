"""P8: private renditions through Django, signed in, beside an empty view on the same server."""

import itertools
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import measure, photographs, rows
from benchmarks.client import PICTURES, Browser
from benchmarks.drawing import EDGES
from benchmarks.house import open_house, register, signed_in
from benchmarks.measure import in_turns
from benchmarks.server import Server, served
from benchmarks.table import Line, milliseconds, publish
from gallery.imaging import renditions
from gallery.imaging.credits import Credit
from gallery.imaging.limits import Limits
from gallery.imaging.renditions import Wanted

NUMBER = 300
BLOCK = 50
GOAL = 0.55
SIZES = {"small": GOAL, "xlarge": None}
EMPTY = "/reference/empty"
METHOD = (
    f"{NUMBER} private pictures of one person, who is signed in by a session; each request another picture. One server process "
    "with its usual middleware answers both; blocks of {block} requests in turns, medians of {rounds} rounds of the CPU time of "
    "one request. The ratio is requests for the same CPU time. SQLite."
)


def main(room: Path, rounds: int) -> None:
    environment = open_house(room)
    ada = register("ada")
    pictures = rows.fill(ada, NUMBER, visibility="private")
    rows.hang(pictures, drawn(room))
    with served("config.wsgi.application", environment) as server:
        browser = Browser(server.port, {**PICTURES, **signed_in(ada).headers})
        paths = {
            size: itertools.cycle([f"/api/images/{each}/thumbnail?size={size}" for each in pictures]) for size in SIZES
        }
        paths["empty"] = itertools.repeat(EMPTY)
        actions = {name: partial(block, server, browser, several) for name, several in paths.items()}
        found = in_turns(actions, rounds=rounds)
    lines = [
        Line(
            f"private rendition, {size} WebP of {(room / f'{size}.webp').stat().st_size / 1000:.0f} kB, beside an empty view",
            milliseconds(found[size]),
            milliseconds(found["empty"]),
            found["empty"] / found[size],
            at_least=goal,
        )
        for size, goal in SIZES.items()
    ]
    publish("p8", "P8: private renditions through Django", METHOD.format(block=BLOCK, rounds=rounds), lines)


def drawn(room: Path) -> Path:
    """One photograph's renditions, to stand for everyone's."""
    path = photographs.kept(room, "12.jpg", photographs.jpeg(photographs.photograph(*photographs.MEGAPIXELS[12])))
    wanted = [Wanted(size, kind) for size in EDGES for kind in ("webp", "jpeg")]
    renditions.draw(path, limits=Limits(), wanted=wanted, into=room, credit=Credit())
    return room


def block(server: Server, browser: Browser, paths: itertools.cycle) -> float:
    server.spent()
    for path in itertools.islice(paths, BLOCK):
        browser.ask(path)
    return server.spent() / BLOCK


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main(Path(folder), measure.rounds(15))
