"""P3: CPU time until an upload is answered, beside one full decode of the same photograph."""

import tempfile
from itertools import count
from pathlib import Path

from PIL import Image

from benchmarks import measure, photographs
from benchmarks.client import Browser
from benchmarks.house import open_house, register, signed_in
from benchmarks.measure import in_turns, own_cpu
from benchmarks.server import served
from benchmarks.table import Line, milliseconds, publish

BATCH = 5
METHOD = (
    "CPU time of the server and every process it started, darkroom included, from a photograph's first byte until its upload "
    "is answered with the first thumbnail drawn; batches of {batch}, in turns with Pillow's decode of the file in one process, "
    "medians of {rounds} rounds. SQLite, every file synced to the disk."
)


def upload(browser: Browser, data: bytes, number: int) -> dict:
    """Sends other bytes for every number."""
    return browser.send_file(
        "/api/upload",
        photographs.numbered(data, number),
        name=f"{number}.jpg",
        fields={"title": f"Number {number}", "tags": "sea, light"},
        field="files",
        expected=201,
    )


def main(room: Path, rounds: int) -> None:
    environment = open_house(room)
    data = photographs.jpeg(photographs.photograph(*photographs.MEGAPIXELS[12]))
    path = photographs.kept(room, "12.jpg", data)
    visitor = signed_in(register("ada"))
    with served("config.wsgi.application", environment) as server:
        browser, numbers = Browser(server.port, visitor.headers), count()

        def batch() -> float:
            server.spent()
            for _ in range(BATCH):
                upload(browser, data, next(numbers))
            return server.spent() / BATCH

        found = in_turns({"upload": batch, "decode": lambda: own_cpu(lambda: decode(path)) / BATCH}, rounds=rounds)
    line = Line(
        f"upload of a 12-megapixel JPEG of {len(data) / 1e6:.1f} MB, beside one full decode",
        milliseconds(found["upload"]),
        milliseconds(found["decode"]),
        found["upload"] / found["decode"],
        at_most=2,
    )
    publish("p3", "P3: an upload answered", METHOD.format(batch=BATCH, rounds=rounds), [line])


def decode(path: Path) -> None:
    """As often as there are uploads in a batch: the first of several costs more than the others, to both."""
    for _ in range(BATCH):
        with Image.open(path) as picture:
            picture.load()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main(Path(folder), measure.rounds(11))
