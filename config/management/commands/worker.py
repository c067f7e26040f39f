"""`manage.py worker`: runs the tasks that were asked for."""

import logging
import os
import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.tasks.beats import beating, new_worker_id
from config.tasks.preflight import refuse_unmigrated
from config.tasks.reconciler import reconcile
from config.tasks.running import drain
from config.tasks.worker import Worker


class Command(BaseCommand):
    help = "Runs the tasks that were asked for, until SIGTERM or Ctrl-C. Start as many as you like, on as many hosts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--threads",
            type=int,
            default=max(2, os.cpu_count() or 1),
            help="tasks at a time (default: one a CPU, at least 2); from 2 on, one is kept free of background tasks",
        )
        parser.add_argument(
            "--until-empty", action="store_true", help="run what is due now, one after the other, and end"
        )

    def handle(self, *, threads: int, until_empty: bool, **options: Any) -> None:
        if threads < 1:
            raise CommandError("--threads must be at least 1.")
        refuse_unmigrated()
        if until_empty:
            self._drain()
        else:
            _stand(Worker(threads=threads))

    def _drain(self) -> None:
        worker_id = new_worker_id()
        with beating(worker_id):
            reconcile(worker_id=worker_id, in_hand=())
            count = drain(worker_id=worker_id)
        self.stdout.write(f"{count} task{'s' * (count != 1)} run.")


def _stand(worker: Worker) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    well = worker.run()
    if not worker.is_idle():
        # A thread in the middle of a task would meet an interpreter in ruins; leave without one more step of Python.
        logging.shutdown()
        os._exit(0 if well else 1)
    if not well:
        sys.exit(1)
