"""P4: a photograph uploaded and drawn in four sizes, beside Wagtail: CPU time, and photographs a second by 8 clients."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks import measure, photographs
from benchmarks.client import Browser, Busy
from benchmarks.house import ROOT, environment, open_house, register, signed_in
from benchmarks.measure import in_turns
from benchmarks.server import Server, served
from benchmarks.table import Line, milliseconds, publish

BATCH = 2
CLIENTS = 8
EACH = 1  # photographs of a client in a round
GOALS = {"webp": 3.0, "jpeg": 7.0}
WAGTAIL = "benchmarks.reference.wagtail"
METHOD = (
    "The same 12-megapixel JPEG, other bytes each time: uploaded by a signed-in session, then its four renditions asked for in "
    "one request, the same sizes and qualities. CPU time of the server and all its processes, batches of {batch}; photographs "
    "a second with {clients} clients of {each} photograph each. Atelier as `manage.py serve` runs it, Wagtail with 2 processes "
    "of 4 threads, both on gunicorn and SQLite with the same options; in turns, medians of {rounds} rounds. Atelier's upload "
    "also gives its first WebP, hash, palette and metadata, Wagtail's the thumbnail that its admin shows."
)


@dataclass
class Atelier:
    server: Server
    headers: dict[str, str]

    def photograph(self, data: bytes, number: int, kind: str) -> None:
        """Uploads one and has its renditions drawn."""
        browser = Browser(self.server.port, self.headers)
        sent = {"name": f"{number}.jpg", "fields": {"title": f"Number {number}"}}
        answer = browser.send_file("/api/upload", data, **sent, field="files", expected=201)
        browser.ask(f"/reference/draw/{answer['results'][0]['id']}/{kind}")


@dataclass
class Wagtail:
    server: Server
    headers: dict[str, str]

    def photograph(self, data: bytes, number: int, kind: str) -> None:
        """Uploads one through the page for many uploads, and has its renditions drawn."""
        browser = Browser(self.server.port, {**self.headers, "X-Requested-With": "XMLHttpRequest"})
        sent = {"name": f"{number}.jpg", "fields": {"title": f"Number {number}", "collection": "1"}}
        answer = browser.send_file("/admin/images/multiple/add/", data, **sent, field="files[]", expected=200)
        browser.ask(f"/reference/draw/{answer['image_id']}/{kind}")


Site = Atelier | Wagtail


def cpu(site: Site, kind: str, data: bytes, numbers: Iterator[int]) -> float:
    """CPU seconds for one photograph."""
    site.server.spent()
    for _ in range(BATCH):
        send(site, kind, data, next(numbers))
    return site.server.spent() / BATCH


def rate(site: Site, kind: str, data: bytes, numbers: Iterator[int]) -> float:
    """Photographs a second, all clients together."""
    mine = [next(numbers) for _ in range(CLIENTS * EACH)]
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(partial(send, site, kind, data), mine))
    return len(mine) / (time.perf_counter() - start)


def send(site: Site, kind: str, data: bytes, number: int) -> None:
    """Comes again where the server asks for it: the time counts, the photograph too."""
    while True:
        try:
            return site.photograph(photographs.numbered(data, number), number, kind)
        except Busy:
            time.sleep(1)


def main(room: Path, rounds: int) -> None:
    data = photographs.jpeg(photographs.photograph(*photographs.MEGAPIXELS[12]))
    lines = []
    with ExitStack() as stack:
        sites = {
            "Atelier": stack.enter_context(atelier(room)),
            "Wagtail": stack.enter_context(wagtail(room / "wagtail")),
        }
        numbers = count()
        for kind, goal in GOALS.items():
            found = in_turns(
                {name: partial(cpu, site, kind, data, numbers) for name, site in sites.items()}, rounds=rounds
            )
            rates = in_turns(
                {name: partial(rate, site, kind, data, numbers) for name, site in sites.items()},
                rounds=rounds,
                warmups=0,
            )
            lines += told(kind, goal, found, rates)
    publish(
        "p4",
        "P4: upload and four renditions",
        METHOD.format(batch=BATCH, clients=CLIENTS, each=EACH, rounds=rounds),
        lines,
    )


def told(kind: str, goal: float, found: dict[str, float], rates: dict[str, float]) -> list[Line]:
    ours, theirs = found["Atelier"], found["Wagtail"]
    fast, slow = rates["Atelier"], rates["Wagtail"]
    return [
        Line(f"{kind}, CPU a photograph", milliseconds(ours), milliseconds(theirs), theirs / ours, at_least=goal),
        Line(
            f"{kind}, photographs a second, {CLIENTS} clients", f"{fast:.2f}", f"{slow:.2f}", fast / slow, at_least=goal
        ),
    ]


@contextmanager
def atelier(room: Path) -> Iterator[Atelier]:
    """A house of its own, open."""
    chosen = open_house(room)
    headers = signed_in(register("ada")).headers
    with served("config.wsgi.application", chosen) as server:
        yield Atelier(server, headers)


@contextmanager
def wagtail(room: Path) -> Iterator[Wagtail]:
    """A Wagtail of its own, open."""
    room.mkdir()
    chosen = environment(room) | {"DJANGO_SETTINGS_MODULE": f"{WAGTAIL}.settings"}
    python(chosen, "django", "migrate", "--verbosity=0")
    python(chosen, "django", "collectstatic", "--no-input", "--verbosity=0")
    headers = json.loads(python(chosen, f"{WAGTAIL}.people"))
    with served(f"{WAGTAIL}.wsgi.application", chosen, processes=2, threads=4) as server:
        yield Wagtail(server, headers)


def python(chosen: dict[str, str], *arguments: str) -> bytes:
    """What a module prints."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, env=chosen, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main(Path(folder), measure.rounds(5))
