"""The web server as Atelier starts it, and its CPU time: every process of it, and PostgreSQL's part where there is one."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.house import ROOT
from benchmarks.measure import cpu_of, cpu_of_tree, spent
from config.tasks.server import answers, gunicorn_command

PATIENCE = 60  # seconds for a server to start
LAST_WORDS = 4000  # characters of a server's log, shown where a run fails
SETTLE = 0.02  # seconds for it to finish what comes after an answer: its log line, its signals


@dataclass
class Server:
    """A running server; `spent()` gives the CPU seconds since it was last asked."""

    port: int
    pid: int
    database: str = ""

    def __post_init__(self) -> None:
        self.seen = self.reading()

    def reading(self) -> dict[int, float]:
        return cpu_of_tree(self.pid) | cpu_of_postgresql(self.database)

    def spent(self) -> float:
        time.sleep(SETTLE)
        now = self.reading()
        before, self.seen = self.seen, now
        return spent(before, now)


def cpu_of_postgresql(database: str) -> dict[int, float]:
    """Of the processes that serve one database; PostgreSQL writes its name into their titles."""
    if not database:
        return {}
    titles = ((each.pid, " ".join(each.info["cmdline"] or ())) for each in psutil.process_iter(["cmdline"]))
    return {pid: cpu_of(pid) for pid, title in titles if title.startswith("postgres:") and f" {database} " in title}


def free_port() -> int:
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        return int(unbound.getsockname()[1])


@contextmanager
def served(
    application: str,
    environment: Mapping[str, str],
    *,
    processes: int = 1,
    threads: int = 8,
    database: str = "",
) -> Iterator[Server]:
    """Serves `application` with the command of `manage.py serve`, until the block ends. Raises RuntimeError where it dies."""
    port = free_port()
    command = gunicorn_command(application, port=port, processes=processes, threads=threads, silence=20)
    log = Path(environment["MEDIA_ROOT"]).with_name(f"{application}.log")
    with log.open("wb") as written:
        process = subprocess.Popen(command, env=dict(environment), cwd=ROOT, stdout=written, stderr=written)
        try:
            wait_for(port, process)
            yield Server(port, process.pid, database)
        except Exception:
            print(log.read_text(errors="replace")[-LAST_WORDS:], file=sys.stderr)
            raise
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("The server did not start.")
        time.sleep(0.1)
