"""Many at once, and a server that dies: 100 uploads of mixed sizes, half of them by tus; then kills between pieces and in one.

`python -m benchmarks.faults_many [--uploads 100] [--seed 1] [--database URL]`; exits with 1 on a fault.
A database that is named must be empty, and is left with what the run put there.
"""

import argparse
import hashlib
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.client import Browser, Busy, Unexpected
from benchmarks.faults_uploads import open_room, tell
from benchmarks.house import register, signed_in
from benchmarks.resuming import Sending
from benchmarks.server import LAST_WORDS

if TYPE_CHECKING:
    from benchmarks.faults_killed import Installation, Outcome

SIZES = (1_000, 50_000, 500_000, 2_000_000, 10_000_000)
RESUMED, LENGTH, PIECE = 8, 12_000_000, 2_000_000
KILLS = 3  # while pieces are on their way
GIVEN = 10  # times that one who is asked to come again does

Lines = list[tuple[str, str]]


def payload(number: int) -> tuple[str, bytes]:
    """Other bytes for each number: texts of every size, and a photograph for every third."""
    from gallery.tests.pictures import jpeg

    if number % 3 == 0:
        return f"{number}.jpg", jpeg(400 + 16 * number, 900, comment=str(number).encode())
    return f"{number}.txt", f"{number}\n".encode().ljust(SIZES[number % len(SIZES)], b"a")


def upload(number: int, *, port: int, headers: Mapping[str, str], outcome: "Outcome") -> tuple[float, int]:
    """Sends one file, by POST or by tus; the seconds until it was acknowledged, and how often it was asked to come again."""
    name, data = payload(number)
    began, send = time.monotonic(), by_tus if number % 2 else by_form
    told, waited = send(name, data, port, headers)
    outcome.acknowledged[hashlib.sha256(data).hexdigest()] = told
    return time.monotonic() - began, waited


def by_tus(name: str, data: bytes, port: int, headers: Mapping[str, str]) -> tuple[str, int]:
    """The id that was told, and how often to come again. Raises Unexpected, for a line that broke too."""
    sending = Sending(port, headers, name, data, piece=1_000_000)
    sending.deliver()
    if sending.broken:
        raise Unexpected(f"{name}: {sending.broken} lines broke")
    return sending.result_id, sending.waited


def by_form(name: str, data: bytes, port: int, headers: Mapping[str, str]) -> tuple[str, int]:
    """As `by_tus`, by `POST upload`."""
    for waited in range(GIVEN):
        try:
            said = Browser(port, headers).send_file(
                "/api/upload", data, name=name, fields={}, field="files", expected=201
            )
        except Busy:
            time.sleep(0.3)
        else:
            return said["results"][0]["id"], waited
    raise Unexpected(f"{name}: asked to come again {GIVEN} times")


def many(installation: "Installation", headers: Mapping[str, str], *, count: int, outcome: "Outcome") -> Lines:
    """`count` clients that begin in the same moment."""
    gate = threading.Barrier(count)

    def one(number: int) -> tuple[float, int]:
        payload(number)  # made before, so that drawing pictures is not measured
        gate.wait()
        try:
            return upload(number, port=installation.port, headers=headers, outcome=outcome)
        except (OSError, Unexpected) as error:
            outcome.faults.append(f"upload {number}: {error!r}")
            return 0.0, 0

    began = time.monotonic()
    with ThreadPoolExecutor(count) as clients:
        taken = list(clients.map(one, range(count)))
    seconds, total = [each for each, _ in taken], sum(len(payload(number)[1]) for number in range(count))
    return [
        ("uploads at once, half of them by tus", str(count)),
        ("bytes", f"{total / 1e6:.0f} MB in {time.monotonic() - began:.1f} s, drawing them included"),
        ("p50, p99 until acknowledged", f"{statistics.median(seconds):.2f} s, {percentile(seconds, 0.99):.2f} s"),
        ("asked to come again (503)", str(sum(times for _, times in taken))),
        ("errors", str(len(outcome.faults))),
    ]


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def restarted(installation: "Installation", headers: Mapping[str, str], *, seed: int, outcome: "Outcome") -> Lines:
    """Half of each file, a kill while nothing is sent, and kills while the rest is; each goes on where it was."""
    chance = random.Random(seed)
    files = [f"resumed {number}\n".encode().ljust(LENGTH, b"b") for number in range(RESUMED)]
    sendings = [
        Sending(installation.port, headers, f"resumed-{n}.txt", data, PIECE, pace=0.02) for n, data in enumerate(files)
    ]
    with ThreadPoolExecutor(RESUMED) as clients:
        list(clients.map(lambda each: each.deliver(until=LENGTH // 2), sendings))
        between(installation, sendings, outcome)
        rest = [clients.submit(each.deliver) for each in sendings]
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.3, 1.2))
            installation.kill()
            installation.start()
        for each in rest:
            outcome.faults += [f"resumed: {each.exception()!r}"] * bool(each.exception())
    for each in sendings:
        outcome.acknowledged[hashlib.sha256(each.data).hexdigest()] = each.result_id
    broken = sum(each.broken for each in sendings)
    if not broken:
        outcome.faults.append("no kill came while a piece was on its way")
    return [
        ("uploads gone on with after kill -9", f"{RESUMED} of {LENGTH / 1e6:.0f} MB, {KILLS + 1} kills"),
        ("lines that broke under them", str(broken)),
    ]


def between(installation: "Installation", sendings: list[Sending], outcome: "Outcome") -> None:
    """A kill while nothing is sent costs nothing: each is where it was."""
    installation.kill()
    installation.start()
    for each in sendings:
        told = each.offset
        each.look()
        if each.offset != told:
            outcome.faults.append(f"{each.name}: {told} was told, {each.offset} is there")


def run(room: Path, chosen: dict[str, str], *, count: int, seed: int) -> tuple[Lines, list[str]]:
    from benchmarks.faults_killed import Installation, Outcome, compare, repair

    headers = signed_in(register("many")).headers
    installation, outcome = Installation(chosen, room / "many.log"), Outcome()
    try:
        installation.start()
        lines = many(installation, headers, count=count, outcome=outcome)
        lines += restarted(installation, headers, seed=seed, outcome=outcome)
    except Exception:
        print(installation.log.read_text(errors="replace")[-LAST_WORDS:], file=sys.stderr)
        raise
    finally:
        installation.stop()
    media = Path(chosen["MEDIA_ROOT"])
    outcome.faults += [f"partial left: {path.name}" for path in (media / "partial").iterdir()]
    repair(outcome)
    compare(outcome, media)
    lines += [
        ("acknowledged", str(len(outcome.acknowledged))),
        ("lost, damaged, left behind", str(len(outcome.faults))),
    ]
    return lines, outcome.faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uploads", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="", help="a PostgreSQL URL; default: SQLite in a folder of the run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="atelier-many-") as folder:
        room = Path(folder)
        lines, faults = run(room, open_room(room, options.database), count=options.uploads, seed=options.seed)
    tell(lines, faults)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
