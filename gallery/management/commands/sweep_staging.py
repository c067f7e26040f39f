"""Removes what uploads that never ended left: in staging, and of resumable ones whose time is over."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from gallery.actions.unfinished import sweep_uploads
from gallery.upkeep.sweeping import ABANDONED, sweep


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--older-than", type=float, default=ABANDONED, metavar="SECONDS")

    def handle(self, *args: Any, older_than: float = ABANDONED, **options: Any) -> None:
        self.stdout.write(f"{sweep(older_than)} abandoned files removed from staging.")
        self.stdout.write(f"{sweep_uploads()} resumable uploads forgotten.")
