"""The copies of a picture: how one is named, drawn, kept and found."""

import hashlib
import hmac
import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from gallery import publishing
from gallery.credit import credit_of
from gallery.imaging import darkroom, geometry
from gallery.imaging.credits import Credit
from gallery.imaging.limits import Limits
from gallery.imaging.recipes import EXTENSIONS
from gallery.imaging.renditions import Drawn, Wanted
from gallery.intake.staging import staging_room
from gallery.models import Image, Rendition, Watermark
from gallery.storage import originals, published, renditions
from gallery.watermarks import mark_for, marked

MARKS = {None: "", True: "-tdm0", False: "-tdm1"}
# Raised when the recipes change, so that new bytes never come under an old name.
RECIPE_VERSION = 1


def limits() -> Limits:
    """What one picture may cost here."""
    return Limits(max_pixels=settings.MAX_IMAGE_PIXELS, min_dimension=settings.MIN_IMAGE_DIMENSION)


@lru_cache(maxsize=4)
def naming_key(secret: str) -> bytes:
    return hashlib.sha256(b"atelier.rendition:" + secret.encode()).digest()


def rendition_name(*, stored_name: str, wanted: Wanted, credit: Credit) -> str:
    """The name that a rendition is kept under: a keyed hash of everything that its bytes come from.

    It cannot be guessed, not even by who has the picture, and other bytes have another name. The answer to AI training stands in
    it for nginx, which tells it in headers of its own (deploy/nginx.conf).
    """
    origin = json.dumps([stored_name, wanted.size, wanted.format, asdict(credit), RECIPE_VERSION], sort_keys=True)
    digest = hmac.new(naming_key(settings.SECRET_KEY), origin.encode(), hashlib.sha256).hexdigest()
    return f"{digest[:40]}{MARKS[credit.ai_training]}.{EXTENSIONS[wanted.format]}"


def keep(image: Image, drawn: Drawn, name: str, *, used_at: datetime | None = None) -> Rendition:
    """Puts a drawn rendition on its shelf, and says so in a row. Doing it twice, or two at once, does no harm.

    `used_at` is when a copy was asked for that is none of the standing ones.

    What it takes the place of goes from the shelf, once the row is certain to be another's.
    Raises Image.DoesNotExist, leaving nothing, where the picture was deleted meanwhile.
    """
    renditions().put(drawn.path, name)
    facts: dict[str, Any] = {
        "stored_name": name,
        "width": drawn.width,
        "height": drawn.height,
        # Drawn beside other sizes it has other bytes: where another process was first, it is theirs that lie there.
        "bytes": renditions().size(name) or drawn.bytes,
        "used_at": used_at,
    }
    same = image.renditions.filter(size=drawn.size, format=drawn.format)
    try:
        with transaction.atomic():
            replaced = list(same.exclude(stored_name=name).select_for_update().values_list("stored_name", flat=True))
            facts |= {"is_published": False} if replaced else {}
            rendition, _ = Rendition.objects.update_or_create(
                image=image, size=drawn.size, format=drawn.format, defaults=facts
            )
            transaction.on_commit(partial(delete, replaced))
    except IntegrityError:
        renditions().delete(name)
        raise Image.DoesNotExist from None
    return rendition


def outdated(image: Image) -> list[Wanted]:
    """The standing renditions of a picture that say another credit than they would if they were drawn now; those under a mark
    are `gallery.marked`'s."""
    credit, stored_name = credit_of(image), image.file.stored_name
    standing = image.renditions.filter(size__in=geometry.NAMES)
    return [
        wanted
        for size, kind, name in standing.values_list("size", "format", "stored_name")
        if name != rendition_name(stored_name=stored_name, wanted=(wanted := Wanted(size, kind)), credit=credit)
    ]


def draw(image: Image, wanted: Iterable[Wanted], watermark: Watermark | None = None) -> list[Rendition]:
    """Draws and keeps the wanted renditions of a picture, all from one decode; under a mark where one is given.

    Raises PictureRefused where the original cannot be decoded, DarkroomBusy where no process came free in time,
    FileNotFoundError where the original is missing, or the mark's own picture.
    """
    credit, stored_name = credit_of(image), image.file.stored_name
    with (
        originals().local(stored_name) as original,
        mark_for(watermark) as mark,
        tempfile.TemporaryDirectory(dir=staging_room(), prefix="drawing-") as folder,
    ):
        drawn = darkroom.draw(
            original, limits=limits(), wanted=list(wanted), into=Path(folder), credit=credit, mark=mark
        )
        named = [replace(each, size=marked(each.size, watermark)) for each in drawn]
        return [
            keep(
                image,
                each,
                rendition_name(stored_name=stored_name, wanted=Wanted(each.size, each.format), credit=credit),
            )
            for each in named
        ]


def delete(names: Iterable[str]) -> None:
    """Removes renditions from their shelf, and first from where anyone may fetch them."""
    gone = list(names)
    if publishing.is_on():
        published().delete_many(gone)
    renditions().delete_many(gone)
