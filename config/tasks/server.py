"""The web server of `manage.py serve`: gunicorn's command line, each option with its reason."""

import http.client
import sys
from pathlib import Path

KEEPALIVE = 75  # longer than the 60 s of nginx, so that nginx never writes to a connection we are closing
SILENCE = "CLIENT_SILENCE"  # in the environment of gunicorn: the seconds that a client may be silent
GRACE = 8  # seconds that requests under way are given when the server is told to stop
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux keeps it


def gunicorn_command(application: str, *, port: int, processes: int, threads: int, silence: float) -> list[str]:
    """The command that serves `application` (settings.WSGI_APPLICATION, dotted) on every address of this machine.

    `silence`: the seconds after which a client that neither sends nor takes a byte is hung up on.
    """
    module, _, name = application.rpartition(".")
    options = {
        "bind": f"0.0.0.0:{port}",
        "worker-class": "config.tasks.gunicorn_worker.PatientWorker",
        "env": f"{SILENCE}={silence}",
        "workers": processes,
        "threads": threads,
        "keep-alive": KEEPALIVE,
        # How long a process may be silent, not a request: gthread reports from its own loop, so slow uploads are safe.
        "timeout": 60,
        "graceful-timeout": GRACE,
        # On a busy disk the file by which processes show life can stall for longer than they may be silent.
        "worker-tmp-dir": SHARED_MEMORY if SHARED_MEMORY.is_dir() else None,
        # As long as nginx takes: the 500 characters that a search may have are 6,000 where each is written %F0%9F%8C%8A.
        "limit-request-line": 8190,
        # settings.TRUSTED_PROXIES alone says whose X-Forwarded-Proto to believe; gunicorn would, from this machine.
        "forwarded-allow-ips": "",
        # Requests are logged by our own middleware, as JSON with their request id.
        "log-level": "warning",
    }
    given = [f"--{option}={value}" for option, value in options.items() if value is not None]
    return [sys.executable, "-m", "gunicorn", f"{module}:{name}", "--no-control-socket", *given]


def answers(port: int) -> bool:
    """Whether the server on this port answers a request, whatever it answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
