"""P6 and P7: renditions behind nginx with deploy/nginx.conf, beside the same files as plain nginx static."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import measure, rows
from benchmarks.client import PICTURES
from benchmarks.house import open_house, register, signed_in
from benchmarks.load import CONNECTIONS, cpu_each
from benchmarks.measure import in_turns
from benchmarks.private import drawn
from benchmarks.server import free_port, served
from benchmarks.table import Line, publish

NUMBER = 300
SECONDS = 1
KEY = "measured-and-never-served-to-anybody"
BEHIND = {"ACCEL_REDIRECT": "/protected", "MEDIA_SIGNING_KEY": KEY, "CDN_URL": "https://cdn.example/copies"}
METHOD = (
    f"{NUMBER} pictures, each request another one; nginx with deploy/nginx.conf, without TLS, and as the reference a server of "
    f"the same nginx that has a root and nothing else. {CONNECTIONS} connections of wrk, blocks of {SECONDS} s in turns, medians "
    "of {rounds} rounds of the CPU time that nginx, and the application where it is asked, spend on one answer. The ratio is "
    "requests for the same CPU time. Copies are logged in blocks, the reference with a line for each request, nginx's own way."
)
SIZES = ("small", "xlarge")


@dataclass(frozen=True)
class Front:
    """nginx and the application behind it."""

    room: Path
    port: int
    plain: int
    pids: tuple[int, ...]

    def ask(
        self, paths: Callable[[], list[str]], *, plain: bool = False, headers: Mapping[str, str] | None = None
    ) -> float:
        port = self.plain if plain else self.port
        return cpu_each(self.room, paths(), port=port, pids=self.pids, seconds=SECONDS, headers=headers or {})


@contextmanager
def fronted(room: Path) -> Iterator[Front]:
    environment = open_house(room) | BEHIND
    from django.conf import settings

    from gallery.tests.nginx import nginx

    for name, value in BEHIND.items():
        setattr(settings, name, value)
    plain = free_port()
    more = f"server {{ listen 127.0.0.1:{plain}; root {settings.MEDIA_ROOT}/renditions; }}"
    with (
        served("config.wsgi.application", environment) as application,
        nginx(room / "nginx", upstream=application.port, more=more) as front,
    ):
        yield Front(room, front.port, plain, (front.pid, application.pid))


def kept(size: str) -> list[tuple[Any, str]]:
    """(image id, stored name) of each picture's WebP copy in this size."""
    from gallery.models import Rendition

    return list(Rendition.objects.filter(size=size, format="webp").values_list("image_id", "stored_name"))


def plainly(size: str) -> list[str]:
    from gallery.storage.shelves import place

    return [f"/{place(name)}" for _, name in kept(size)]


def published(size: str) -> list[str]:
    return [f"/copies{path}" for path in plainly(size)]


def signed(size: str) -> list[str]:
    """Addresses that live a minute, made anew for each block."""
    from gallery.serving.signing import signed_path

    return [signed_path(image_id, size, name) for image_id, name in kept(size)]


def by_permission(size: str) -> list[str]:
    return [f"/api/images/{image_id}/thumbnail?size={size}&format=webp" for image_id, _ in kept(size)]


def p6(front: Front, owner: Any, rounds: int) -> None:
    """Public copies by content-hash address, no application involved."""
    from gallery import storage

    for size in SIZES:
        for _, name in kept(size):
            storage.published().take(storage.renditions(), name)
    actions = {size: partial(front.ask, partial(published, size)) for size in SIZES} | references(front)
    found = in_turns(actions, rounds=rounds)
    lines = [line(front, f"public rendition, {size}", size, found[size], found, goal=1.0) for size in SIZES]
    publish("p6", "P6: public renditions behind nginx", METHOD.format(rounds=rounds), lines)


def p7(front: Front, owner: Any, rounds: int) -> None:
    """Private copies under signed addresses, and with the application asked each time."""
    headers = {**PICTURES, **signed_in(owner).headers}
    actions = {size: partial(front.ask, partial(signed, size)) for size in SIZES} | references(front)
    actions |= {"asked": partial(front.ask, partial(by_permission, "small"), headers=headers)}
    found = in_turns(actions, rounds=rounds)
    lines = [line(front, f"private rendition, {size}, signed", size, found[size], found, goal=0.8) for size in SIZES]
    lines.append(line(front, "the same, Django asked each time, small", "small", found["asked"], found, goal=None))
    publish("p7", "P7: private renditions behind nginx", METHOD.format(rounds=rounds), lines)


def references(front: Front) -> dict[str, Callable[[], float]]:
    return {f"plain {size}": partial(front.ask, partial(plainly, size), plain=True) for size in SIZES}


def line(front: Front, what: str, size: str, ours: float, found: Mapping[str, float], *, goal: float | None) -> Line:
    reference = found[f"plain {size}"]
    kilobytes = (front.room / f"{size}.webp").stat().st_size / 1000
    told = f"{what}: WebP of {kilobytes:.0f} kB, beside a plain file"
    return Line(told, microseconds(ours), microseconds(reference), reference / ours, at_least=goal)


def microseconds(seconds: float) -> str:
    return f"{seconds * 1e6:.3g} µs"


def main(figure: Callable[[Front, Any, int], None], room: Path, rounds: int) -> None:
    with fronted(room) as front:
        ada = register("ada")
        pictures = rows.fill(ada, NUMBER, visibility="public" if figure is p6 else "private")
        rows.hang(pictures, drawn(room))
        figure(front, ada, rounds)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main({"p6": p6, "p7": p7}[sys.argv[1]], Path(folder), measure.rounds(15))
