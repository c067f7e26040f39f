"""Q5: the server is killed at random while uploads come in. What was acknowledged is there; the rest is cleared away."""

import hashlib
import http.client
import io
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from unittest import mock

import psutil

from benchmarks.client import Browser, multipart
from benchmarks.house import ROOT
from benchmarks.server import free_port, wait_for

CLIENTS = 4
STUCK = 300  # seconds after which what is not finished counts as stuck
GIVES_UP = 0.25  # of the clients whose connection breaks; the others try again under the same key


@dataclass
class Outcome:
    """What came of it."""

    acknowledged: dict[str, str] = field(default_factory=dict)  # SHA-256 of what was sent: id that was told
    given_up: int = 0
    kills: int = 0
    found: int = 0  # disagreements of rows and files before the repair
    swept: int = 0
    seconds_to_ready: float = 0.0
    faults: list[str] = field(default_factory=list)


class Installation:
    """`manage.py serve` with its worker: started, killed with all it started, started again on the same port."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self.environment, self.log, self.port = dict(environment), log, free_port()

    def start(self) -> None:
        command = [sys.executable, "manage.py", "serve", f"--port={self.port}"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)
        wait_for(self.port, self.process)

    def kill(self) -> None:
        """kill -9 for the command and every process it started."""
        family = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
        for each in family:
            each.kill()
        self.process.wait()
        psutil.wait_procs(family, timeout=20)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


def payload(number: int) -> tuple[str, bytes]:
    """Other bytes for each number: three pictures, then a text of a megabyte."""
    from gallery.tests.pictures import jpeg

    if number % 4 == 3:
        return f"{number}.txt", f"{number}\n".encode().ljust(1_000_000, b"a")
    return f"{number}.jpg", jpeg(1200, 900, comment=str(number).encode())


def deliver(number: int, *, port: int, headers: Mapping[str, str], chance: random.Random, outcome: Outcome) -> None:
    """Sends one file until it is acknowledged, or the client gives up after a broken connection."""
    name, data = payload(number)
    body, kind = multipart(data, name=name, fields={"title": name}, field="files")
    while True:
        browser = Browser(port, headers)
        try:
            sent = {**browser.headers, "Content-Type": kind, "Idempotency-Key": f"upload-{number}"}
            browser.connection.request("POST", "/api/upload", body, sent)
            answer = browser.connection.getresponse()
            content = answer.read()
        except ConnectionRefusedError:  # it is being started
            time.sleep(0.2)
            continue
        except (OSError, http.client.HTTPException):
            if chance.random() < GIVES_UP:
                outcome.given_up += 1
                return
            time.sleep(0.3)
            continue
        if answer.status in {200, 201}:
            (result,) = json.loads(content)["results"]
            outcome.acknowledged[hashlib.sha256(data).hexdigest()] = result["id"]
            return
        if answer.status != 503:
            outcome.faults.append(f"upload {number}: {answer.status} {content[:200]!r}")
            return
        time.sleep(0.3)


def upload_under_fire(installation: Installation, headers: Mapping[str, str], *, count: int, seed: int) -> Outcome:
    """`count` uploads by four clients, the installation killed every other second until all are through."""
    outcome, chance, over = Outcome(), random.Random(seed), threading.Event()
    installation.start()
    with ThreadPoolExecutor(CLIENTS) as clients:
        under_way = [
            clients.submit(
                deliver,
                number,
                port=installation.port,
                headers=headers,
                chance=random.Random(seed + number),
                outcome=outcome,
            )
            for number in range(count)
        ]
        threading.Thread(target=lambda: ([each.result() for each in under_way], over.set())).start()
        while not over.wait(chance.uniform(0.3, 4.0)):
            installation.kill()
            outcome.kills += 1
            installation.start()
    installation.kill()
    outcome.kills += 1
    return outcome


def command(name: str, **options: object) -> str:
    """What a command of manage.py prints, run here as though eleven minutes had passed: what is young is left alone."""
    from django.core.management import call_command

    said, now = io.StringIO(), time.time
    with mock.patch("time.time", side_effect=lambda: now() + 660):
        try:
            call_command(name, stdout=said, stderr=io.StringIO(), **options)
        except SystemExit as ended:
            said.write(f"It ended with {ended.code}.\n")
    return said.getvalue()


def repair(outcome: Outcome) -> None:
    """What an operator does after a crash."""
    from accounts.quota import release_stale

    outcome.found = sum(": " in line for line in command("verify_storage", repair=True).splitlines())
    outcome.swept = int(command("sweep_staging", older_than=0.0).split()[0])
    release_stale(timedelta())


def wait_until_ready(outcome: Outcome) -> None:
    """Until every picture has its renditions; what has not after five minutes is a fault."""
    from gallery.models import Image, Processing

    began = time.monotonic()
    pending = Image.objects.filter(processing=Processing.PENDING)
    while pending.exists() and time.monotonic() - began < STUCK:
        time.sleep(0.5)
    outcome.seconds_to_ready = time.monotonic() - began
    outcome.faults += [f"stuck: image {each}" for each in pending.values_list("pk", flat=True)]


def compare(outcome: Outcome, media: Path) -> None:
    """Every acknowledged upload is there under the id that was told, byte for byte; rows, files and numbers agree."""
    from accounts.models import Reservation
    from gallery.models import File
    from gallery.storage import originals
    from gallery.upkeep.verifying import hash_of

    for checksum, told in outcome.acknowledged.items():
        file = File.objects.filter(checksum=checksum).first()
        if file is None or str(file.pk) != told:
            outcome.faults.append(f"lost: {told}")
        elif originals().size(file.stored_name) is None or hash_of(originals(), file.stored_name) != checksum:
            outcome.faults.append(f"damaged: {told}")
    agreed = command("verify_storage", deep=True)
    if "Rows and files agree." not in agreed:
        outcome.faults += [f"after the repair: {line}" for line in agreed.splitlines() if ": " in line]
    outcome.faults += [f"still staged: {path.name}" for path in (media / "staging").iterdir()]
    outcome.faults += [f"miscounted: {line}" for line in command("recount").splitlines() if "→" in line]
    outcome.faults += ["still reserved"] * Reservation.objects.count()
