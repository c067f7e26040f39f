"""Copies originals and renditions to object storage (--to s3) or back (--to disk), as S3_* say; deletes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gallery.storage import StorageTrouble
from gallery.upkeep.moving import SHELVES, move, shelves
from gallery.upkeep.progress import with_progress

PUBLISHED = (
    "Where CDN_URL is set, then run: python manage.py verify_storage --repair. It publishes there what is public."
)
NEXT = {
    "s3": "Now move the folders originals, renditions and public out of MEDIA_ROOT, and start Atelier with S3_BUCKET set. "
    + PUBLISHED,
    "disk": "Now delete what lies below public in the bucket, and start Atelier without S3_BUCKET. The bucket keeps the rest. "
    + PUBLISHED,
}


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []  # it is what the check asks for

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", choices=sorted(NEXT), required=True)

    def handle(self, *args: Any, to: str, **options: Any) -> None:
        if not settings.OBJECT_STORAGE:
            raise CommandError("Set S3_BUCKET and what belongs to it: they say where object storage is.")
        wrong = 0
        try:
            for kind in SHELVES:
                source, target = shelves(kind, to=to)
                source.probe()
                target.probe()
                for fault in with_progress(move(source, target), what=kind, out=self.stderr):
                    if fault:
                        wrong += 1
                        self.stdout.write(fault)
        except StorageTrouble as error:
            raise CommandError(f"{error}. Run it again: what is there is not sent again.") from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again: what is there is not sent again.")
            return
        if wrong:
            raise CommandError(f"{wrong} files are not in their new place. Nothing was deleted.")
        self.stdout.write(f"All is there. {NEXT[to]}")
