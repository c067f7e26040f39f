"""Counts again what is kept as a number, and says what it set right."""

from typing import Any

from django.core.management.base import BaseCommand

from gallery.models import Image
from gallery.upkeep.progress import with_progress
from gallery.upkeep.recounting import people, recount, recount_image


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        images = Image.objects.order_by("pk").values_list("pk", flat=True).iterator()
        rounds = (("people", people(), recount), ("images", images, recount_image))
        try:
            for what, subjects, again in rounds:
                for subject in with_progress(subjects, what=what, out=self.stderr):
                    for name, (was, now) in again(subject).items():
                        wrong += 1
                        self.stdout.write(f"{name} of {subject}: {was} → {now}")
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again at any time.")
        self.stdout.write(f"{wrong} numbers set right.")
