"""What machines work out later: an id in, safe to run twice."""

import logging
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from gallery import copies, marked, publishing, renditions
from gallery.actions import salts, unfinished
from gallery.imaging import geometry
from gallery.imaging.errors import PictureRefused
from gallery.imaging.renditions import Wanted
from gallery.models import Image, Processing, UploadAnswer
from gallery.search.rebuilding import index_missing, reindex_category
from gallery.storage import originals
from gallery.upkeep.sweeping import sweep

logger = logging.getLogger("atelier.gallery")

INDEXED_AT_ONCE = 2_000


def wanted_at_once(image: Image) -> list[Wanted]:
    """What a browser may ask for soon: every size as WebP, and as what any browser reads."""
    plain = "png" if image.has_alpha else "jpeg"
    return [Wanted(size, kind) for size in geometry.NAMES for kind in ("webp", plain)]


def wanted_later(image: Image) -> list[Wanted]:
    """AVIF: the smallest, and far slower to make."""
    return [Wanted(size, "avif") for size in geometry.NAMES]


def missing(image: Image, wanted: list[Wanted]) -> list[Wanted]:
    """Those of the wanted renditions that have no row, and all that are outdated."""
    there = set(image.renditions.values_list("size", "format"))
    return [*renditions.outdated(image), *(each for each in wanted if (each.size, each.format) not in there)]


def image_to_draw(image_id: str) -> Image | None:
    return Image.objects.select_related("file", "owner__artist").filter(pk=UUID(image_id)).first()


@task(queue_name="default")
def render_image(image_id: str) -> int:
    """Draws the renditions of a picture that are missing, and asks for the AVIF ones. Returns how many it drew."""
    image = image_to_draw(image_id)
    if image is None:
        return 0
    wanted = missing(image, wanted_at_once(image))
    try:
        drawn = renditions.draw(image, wanted) if wanted else []
    except PictureRefused as refusal:
        # It was decoded at a small scale when it came in; at full scale it asks for more than it may have.
        logger.warning("image cannot be drawn", extra={"image": image_id, "code": refusal.code})
        Image.objects.filter(pk=image.pk).update(processing=Processing.FAILED)
        return 0
    Image.objects.filter(pk=image.pk).update(processing=Processing.READY)
    publishing.settle_drawn(image.pk)
    if image.is_shown:
        mark_images.enqueue([image_id])
    render_avif.enqueue(image_id)
    return len(drawn)


@task(queue_name="background", priority=-10)
def render_avif(image_id: str) -> int:
    """Draws the AVIF renditions of a picture that are missing. Returns how many it drew."""
    image = image_to_draw(image_id)
    wanted = missing(image, wanted_later(image)) if image else []
    drawn = len(renditions.draw(image, wanted)) if image and wanted else 0
    if image:
        publishing.settle_drawn(image.pk)
    return drawn


@task(queue_name="background", priority=-10)
def renew_credits(user_id: str) -> int:
    """Draws anew what says another credit of a person than theirs is now. Returns how many it drew.

    It may be stopped: what was drawn is no longer outdated. Each picture is read when its turn comes, since the credit
    may change again meanwhile.
    """
    drawn = 0
    for image_id in list(Image.objects.filter(owner_id=UUID(user_id)).order_by("pk").values_list("pk", flat=True)):
        image = image_to_draw(str(image_id))
        drawn += draw_anew(image) if image else 0
    return drawn


@task(queue_name="default")
def renew_credit(image_id: str) -> int:
    """The same for one picture whose owner changed what it says of its rights. Returns how many it drew."""
    image = image_to_draw(image_id)
    return draw_anew(image) if image else 0


def draw_anew(image: Image) -> int:
    """Draws what is outdated of a picture; one that cannot be drawn keeps what it has, and holds up no other."""
    wanted = renditions.outdated(image)
    copies.forget_outdated(image)
    try:
        drawn = len(renditions.draw(image, wanted)) if wanted else 0
        drawn += marked.complete(image) if image.is_shown else 0
        publishing.settle_drawn(image.pk)
        return drawn
    except (PictureRefused, FileNotFoundError, Image.DoesNotExist):
        logger.warning("image cannot be drawn anew", extra={"image": str(image.pk)}, exc_info=True)
        return 0


@task(queue_name="background")
def mark_images(image_ids: list[str]) -> int:
    """Draws the copies of these pictures that others get of works, where they are to bear a mark, and publishes them. Returns how
    many it drew."""
    return sum(draw_marked(image) for image_id in image_ids if (image := image_to_draw(image_id)))


@task(queue_name="background", priority=-10)
def renew_shown(user_id: str) -> int:
    """Makes the copies that others get of a person's works what they are to be under the terms of now. Returns how many it drew.

    It may be stopped: what was drawn is no longer missing. Each picture is read when its turn comes, since the terms may
    change again meanwhile.
    """
    owner_id = UUID(user_id)
    marked.forget_others(owner_id)
    shown = Image.objects.filter(owner_id=owner_id, is_shown=True).order_by("-pk")
    images = (image_to_draw(str(image_id)) for image_id in list(shown.values_list("pk", flat=True)))
    return sum(draw_marked(image) for image in images if image)


def draw_marked(image: Image) -> int:
    """Draws what is missing of a picture under its owner's mark; one that cannot be drawn holds up no other."""
    try:
        drawn = marked.complete(image) if image.is_shown else 0
        publishing.settle_drawn(image.pk)
        return drawn
    except (PictureRefused, FileNotFoundError, Image.DoesNotExist):
        logger.warning("image cannot be drawn under its mark", extra={"image": str(image.pk)}, exc_info=True)
        return 0


@task(queue_name="background")
def render_unfinished() -> int:
    """Asks again for pictures whose renditions should long be there: their task was lost or failed for good."""
    since = timezone.now() - timedelta(hours=1)
    pending = Image.objects.filter(processing=Processing.PENDING, uploaded_at__lt=since).order_by("pk")
    for image_id in pending.values_list("pk", flat=True)[:1000]:
        render_image.enqueue(str(image_id))
    return len(pending[:1000])


@task(queue_name="background")
def sweep_staging() -> dict[str, int]:
    """Removes what crashed uploads left behind, and answers that nobody will ask for again."""
    forgotten, _ = UploadAnswer.objects.filter(created_at__lt=timezone.now() - timedelta(days=2)).delete()
    return {"staged_files": sweep(), "answers": forgotten}


@task(queue_name="background")
def forget_salts() -> int:
    """Deletes what visitors of days that are over could be found again by. Returns of how many days."""
    return salts.forget_salts()


@task(queue_name="background")
def forget_unused_copies() -> int:
    """Removes the copies made to order that nobody asked for in a month. Returns how many."""
    return copies.forget_unused()


@task(queue_name="background")
def sweep_uploads() -> int:
    """Forgets resumable uploads whose time is over, and bytes of theirs that a crash left. Returns how many."""
    return unfinished.sweep_uploads()


@task(queue_name="default")
def settle_publication(image_ids: list[str]) -> int:
    """Publishes the copies of these pictures, or withdraws them, as it should be. Returns how many it published."""
    return publishing.settle(UUID(image_id) for image_id in image_ids)


def forget(stored: list[str], copies: list[str]) -> None:
    """Removes originals and copies from their shelves: copies first, of which some may be public."""
    renditions.delete(copies)
    originals().delete_many(stored)


@task(queue_name="default")
def forget_bytes(stored: list[str], copies: list[str]) -> None:
    """The same again, until storage has answered: names are never given twice."""
    forget(stored, copies)


@task(queue_name="background")
def index_what_is_missing() -> int:
    """Makes found what search has no entry of: all there is, after an update that brought the index. Returns how many."""
    written = index_missing(INDEXED_AT_ONCE)
    if written >= INDEXED_AT_ONCE:
        index_what_is_missing.enqueue()
    return written


@task(queue_name="default")
def index_category(category_id: int) -> int:
    """Has the works of a category, which was renamed or moved, and of those below it found by what it is called now. Returns how
    many entries changed."""
    return reindex_category(category_id)


@task(queue_name="default", priority=10)
def publish_artwork(artwork_id: str) -> bool:
    """Publishes a scheduled work, where its time has come. Returns whether it did."""
    from gallery.actions import scheduling  # not above: what follows from works asks for tasks itself

    return scheduling.publish_if_due(UUID(artwork_id))


@task(queue_name="default", priority=10)
def publish_due_artworks() -> int:
    """The same for all whose own task was lost, or that were scheduled together. Returns how many."""
    from gallery.actions import scheduling  # as above

    published = scheduling.publish_due()
    if published >= scheduling.AT_ONCE:
        publish_due_artworks.enqueue()
    return published
