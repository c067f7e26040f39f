"""`manage.py gather_statistics`: rolls up what was looked at on the days that are over, as the periodic task does each hour."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portfolio.figures.gathering import gather


class Command(BaseCommand):
    help = "Rolls up what was looked at on the days that are over. It may be stopped and run again at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="from this day on (2026-05-17)")
        parser.add_argument(
            "--again",
            action="store_true",
            help="days too that have their figures, from --since on: what was deleted meanwhile is in them no more",
        )

    def handle(self, *args: Any, since: date | None, again: bool, **options: Any) -> None:
        if again and since is None:
            raise CommandError("Say with --since from which day on.")
        days = 0
        for day in gather(since=since, again=again):
            days += 1
            self.stdout.write(f"\r{day}", ending="")
            self.stdout.flush()
        self.stdout.write(f"\rDays gathered: {days}." if days else "Every day that is over is gathered.")
