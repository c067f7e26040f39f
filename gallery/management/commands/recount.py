"""Counts again what is kept as a number, and says what it set right."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from gallery.models import Artwork, Category, Gallery, Image, Tag
from gallery.upkeep.progress import with_progress
from gallery.upkeep.recounting import Wrong, people, recount, recount_image
from gallery.upkeep.recounting_works import recount_artwork, recount_category, recount_gallery, recount_tag

Rounds = tuple[tuple[str, Iterator[Any], Callable[[Any], Wrong]], ...]


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        rounds: Rounds = (
            ("people", people(), recount),
            ("images", all_of(Image), recount_image),
            ("artworks", all_of(Artwork), recount_artwork),
            ("galleries", all_of(Gallery), recount_gallery),
            ("categories", all_of(Category), recount_category),
            ("tags", all_of(Tag), recount_tag),
        )
        try:
            for what, subjects, again in rounds:
                for subject in with_progress(subjects, what=what, out=self.stderr):
                    for name, (was, now) in again(subject).items():
                        wrong += 1
                        self.stdout.write(f"{what}: {name} of {subject}: {was} → {now}")
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again at any time.")
        self.stdout.write(f"{wrong} numbers set right.")


def all_of(model: Any) -> Iterator[Any]:
    """The keys of all there are."""
    found: Iterator[Any] = model.objects.order_by("pk").values_list("pk", flat=True).iterator()
    return found
