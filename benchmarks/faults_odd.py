"""Q1: hostile and odd files against a real server: no server error, nothing left behind, quick, within its memory."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil

from benchmarks.client import Browser
from benchmarks.memory import high_water
from benchmarks.odd_files import Odd

SLOW, HEAVY = 10.0, 10**9  # seconds, bytes: what Q1 allows


@dataclass
class Findings:
    """What came of it: how many by outcome, and every fault in words."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_input: str = ""
    heaviest_process: int = 0
    heaviest_together: int = 0


def send(browser: Browser, odd: Odd) -> tuple[int, Any]:
    """Status and JSON of the answer to one upload."""
    from gallery.tests.uploading import BOUNDARY, multipart

    body = multipart((odd.name, odd.data))
    headers = {**browser.headers, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    browser.connection.request("POST", "/api/upload", body, headers)
    answer = browser.connection.getresponse()
    return answer.status, json.loads(answer.read())


def status_of(browser: Browser, method: str, path: str) -> int:
    browser.connection.request(method, path, headers=browser.headers)
    answer = browser.connection.getresponse()
    answer.read()
    return answer.status


def draw_and_delete(browser: Browser, result: dict[str, Any]) -> list[int]:
    """The statuses of its largest thumbnail, where it is a picture, and of its deletion."""
    asked = []
    if result["kind"] == "image":
        asked.append(status_of(browser, "GET", f"/api/images/{result['id']}/thumbnail?size=xlarge&format=jpeg"))
    return [*asked, status_of(browser, "DELETE", f"/api/files/{result['id']}")]


def left_over(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Which tables, statistics or files are not as they were."""
    return [name for name in before if before[name] != now[name]]


def try_one(browser: Browser, odd: Odd, findings: Findings) -> None:
    from gallery.tests.uploading import world

    before, began = world(), time.monotonic()
    status, body = send(browser, odd)
    seconds = time.monotonic() - began
    told = f"{odd.how}, {odd.name[:40]!r}, {len(odd.data):,} bytes"
    if seconds > findings.slowest:
        findings.slowest, findings.slowest_input = seconds, told
    if status >= 500 or seconds > SLOW:
        findings.faults.append(f"{told}: {status} after {seconds:.1f} s")
    if status >= 400:
        findings.outcomes[f"{status} {body['errors'][0]['code']}"] += 1
        findings.faults += [f"{told}: left in {what}" for what in left_over(before, world())]
        return
    (result,) = body["results"]
    findings.outcomes[f"{status} taken as {result['kind']}"] += 1
    statuses = draw_and_delete(browser, result)
    findings.faults += [f"{told}: {each} when it was drawn or deleted" for each in statuses if each >= 500]
    now = world()
    findings.faults += [
        f"{told}: {what} left after its deletion" for what in ("File", "Image", "Rendition") if now[what]
    ]
    findings.faults += [f"{told}: {name} left after its deletion" for name in now["files"]]


@contextmanager
def weighed(pid: int, findings: Findings) -> Iterator[None]:
    """Looks 20 times a second how much memory the server and all it started hold, each at its highest, and together."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            try:
                server = psutil.Process(pid)
                family = [server, *server.children(recursive=True)]
                together = sum(each.memory_info().rss for each in family)
                highest = max(high_water(each.pid) for each in family)
            except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError, ValueError):
                continue  # one ended while it was looked at
            findings.heaviest_together = max(findings.heaviest_together, together)
            findings.heaviest_process = max(findings.heaviest_process, highest)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def try_all(port: int, pid: int, headers: dict[str, str], odds: Iterator[Odd]) -> Findings:
    """Sends them one after the other."""
    findings, browser = Findings(), Browser(port, headers)
    with weighed(pid, findings):
        for number, odd in enumerate(odds, 1):
            try:
                try_one(browser, odd, findings)
            except (OSError, ValueError) as error:
                findings.faults.append(f"{odd.how}, {odd.name[:40]!r}: no answer ({error!r})")
                browser = Browser(port, headers)
            if number % 100 == 0:
                print(f"{number} inputs, {len(findings.faults)} faults", flush=True)
    if findings.heaviest_together > HEAVY:
        findings.faults.append(f"{findings.heaviest_together:,} bytes of memory")
    return findings
