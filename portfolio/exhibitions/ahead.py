"""Drawing what a blind jury will look at before they do."""

import logging
from uuid import UUID

from gallery import nameless
from gallery.imaging.errors import PictureRefused
from gallery.imaging.renditions import Wanted
from gallery.models import ArtworkImage, Image
from portfolio.models import Exhibition, SubmissionStatus, SubmittedWork

logger = logging.getLogger("atelier.portfolio")

AHEAD = tuple(Wanted(size, "webp") for size in nameless.SIZES)
"""What a juror's browser asks for."""


def ask_to_draw(exhibition: Exhibition) -> None:
    """Has all of it drawn, once what is asked for is committed."""
    from portfolio.tasks import draw_for_jury

    draw_for_jury.enqueue(str(exhibition.pk))


def draw_for(exhibition_id: UUID) -> int:
    """Draws the copies that are missing of every picture that is to be judged blind; one that cannot be drawn holds up no other.
    Returns how many it drew. Safe to stop and to run twice; raises as `nameless.draw`."""
    return sum(draw_one(image_id) for image_id in pictures_of(exhibition_id))


def pictures_of(exhibition_id: UUID) -> list[UUID]:
    works = SubmittedWork.objects.filter(submission__exhibition=exhibition_id, submission__exhibition__blind=True)
    judged = works.exclude(submission__status=SubmissionStatus.WITHDRAWN).values("artwork")
    return list(ArtworkImage.objects.filter(artwork__in=judged).values_list("image_id", flat=True).distinct())


def draw_one(image_id: UUID) -> int:
    image = Image.objects.select_related("file").filter(pk=image_id).first()
    wanted = nameless.missing(image, AHEAD) if image else []
    try:
        return len(nameless.draw(image, wanted)) if image and wanted else 0
    except PictureRefused as refusal:
        logger.warning("image cannot be drawn", extra={"image": str(image_id), "code": refusal.code})
        return 0
