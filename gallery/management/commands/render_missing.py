"""Draws every rendition that is missing or says an outdated credit, here and now. Can be stopped and run again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from gallery.imaging.errors import PictureRefused
from gallery.models import Image, Processing
from gallery.renditions import draw
from gallery.tasks import missing, wanted_at_once, wanted_later
from gallery.upkeep.progress import with_progress


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--avif", action="store_true", help="the AVIF ones too, which take long")

    def handle(self, *args: Any, avif: bool = False, **options: Any) -> None:
        images = Image.objects.select_related("file", "owner__artist").order_by("pk")
        drawn, failed = 0, 0
        try:
            for image in with_progress(images.iterator(100), what="images", total=images.count(), out=self.stderr):
                wanted = missing(image, [*wanted_at_once(image), *(wanted_later(image) if avif else [])])
                try:
                    drawn += len(draw(image, wanted)) if wanted else 0
                except (PictureRefused, FileNotFoundError) as error:
                    failed += 1
                    self.stderr.write(f"{image.pk} cannot be drawn: {error}")
                else:
                    Image.objects.filter(pk=image.pk).update(processing=Processing.READY)
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again to go on where it was.")
        self.stdout.write(f"{drawn} renditions drawn, {failed} images failed.")
