"""`manage.py serve`: the web server and the worker in one command."""

import signal
import sys
from time import sleep
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from config.tasks import preflight
from config.tasks.children import Child, end_all
from config.tasks.server import answers, gunicorn_command

TICK = 0.2  # seconds between two looks at the children
WITHIN = 9.5  # seconds for the children to end: the server's own grace, and a little


class Command(BaseCommand):
    help = "Serves the site on every address of this machine and runs its tasks, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=settings.PORT, help="default: PORT, else 5005")
        parser.add_argument("--workers", type=int, default=1, help="server processes (default: 1)")
        parser.add_argument("--threads", type=int, default=16, help="requests at a time in each process (default: 16)")
        parser.add_argument("--silence", type=float, default=20, help="seconds a client may be silent (default: 20)")
        parser.add_argument(
            "--no-worker", action="store_true", help="serve alone; tasks are run by `manage.py worker` elsewhere"
        )

    def handle(self, *, port: int, workers: int, threads: int, silence: float, no_worker: bool, **options: Any) -> None:
        if min(workers, threads) < 1 or silence <= 0:
            raise CommandError("--workers and --threads must be at least 1, --silence more than 0.")
        preflight.refuse_unmigrated()
        preflight.refuse_taken_port(port)
        preflight.open_storage()
        if hint := preflight.static_files_hint():
            self.stderr.write(self.style.WARNING(hint))
        connections.close_all()
        command = gunicorn_command(
            settings.WSGI_APPLICATION, port=port, processes=workers, threads=threads, silence=silence
        )
        server = Child("server", command, directory=settings.BASE_DIR)
        helpers = [] if no_worker else [_worker()]
        self._supervise(server, helpers, port=port)

    def _supervise(self, server: Child, helpers: list[Child], *, port: int) -> None:
        """Raises CommandError where the server ends by itself; returns when told to stop."""
        told_to_stop: list[int] = []
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda received, _: told_to_stop.append(received))
        children = [server, *helpers]
        try:
            for child in children:
                child.start()
            announced = False
            while not told_to_stop:
                if (code := server.exit_code()) is not None:
                    raise CommandError(f"The server ended by itself (with {code}).")
                for helper in helpers:
                    helper.restart_if_dead()
                announced = announced or self._announce(port)
                sleep(TICK)
        finally:
            end_all(children, within=WITHIN)

    def _announce(self, port: int) -> bool:
        if not answers(port):
            return False
        self.stdout.write(self.style.SUCCESS(f"Atelier is open: http://localhost:{port} (Ctrl-C ends it)"))
        self.stdout.flush()
        return True


def _worker() -> Child:
    # The checks have just been made, by this very command.
    command = [sys.executable, "-m", "django", "worker", "--skip-checks"]
    # Whoever waits for an answer goes before what may be drawn a moment later.
    return Child("worker", command, directory=settings.BASE_DIR, niceness=10)
