"""Brings the index of search into agreement with what there is. Can be stopped and run again, and the site may run meanwhile."""

from typing import Any

from django.core.management.base import BaseCommand

from gallery.search.rebuilding import BATCH, batches, rebuild
from gallery.upkeep.progress import with_progress


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        try:
            for changed in with_progress(rebuild(), what=f"batches of {BATCH}", total=batches(), out=self.stderr):
                wrong += changed
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again to go on: what is right already is passed over quickly.")
        self.stdout.write(f"{wrong} entries set right.")
