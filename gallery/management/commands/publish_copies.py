"""Publishes the copies of what anyone may see (CDN_URL), and withdraws those of all else; can be stopped and run again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef, Q

from gallery import publishing
from gallery.models import Image, Rendition
from gallery.storage import StorageTrouble
from gallery.upkeep.progress import with_progress


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []  # it is what the check asks for

    def handle(self, *args: Any, **options: Any) -> None:
        images = images_to_settle()
        ids = images.order_by("pk").values_list("pk", flat=True)
        copies = 0
        try:
            for image_id in with_progress(ids.iterator(), what="pictures", total=images.count(), out=self.stderr):
                copies += publishing.settle_one(image_id)
        except StorageTrouble as error:
            raise CommandError(f"{error}. Run it again.") from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again at any time.")
            return
        self.stdout.write(f"{copies} copies published.")


def images_to_settle() -> Any:
    """The pictures whose copies are not as they should be, by their rows, and all that works show: of those the terms of their
    owner decide."""
    copies = Rendition.objects.filter(image=OuterRef("pk"), used_at=None)
    published, not_yet = Exists(copies.filter(is_published=True)), Exists(copies.filter(is_published=False))
    if not publishing.is_on():
        return Image.objects.filter(published)
    return Image.objects.filter(Q(not_yet, is_public=True) | Q(published, is_public=False) | Q(is_shown=True))
