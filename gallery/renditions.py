"""The copies of a picture: how one is named, drawn, kept and found."""

import hashlib
import hmac
import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError

from gallery.credit import credit_of
from gallery.imaging import darkroom
from gallery.imaging.credits import Credit
from gallery.imaging.limits import Limits
from gallery.imaging.recipes import EXTENSIONS
from gallery.imaging.renditions import Drawn, Wanted
from gallery.intake.staging import staging_room
from gallery.models import Image, Rendition
from gallery.storage import originals, renditions

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

    It cannot be guessed, not even by who has the picture, and other bytes have another name.
    """
    origin = json.dumps([stored_name, wanted.size, wanted.format, asdict(credit), RECIPE_VERSION], sort_keys=True)
    digest = hmac.new(naming_key(settings.SECRET_KEY), origin.encode(), hashlib.sha256).hexdigest()
    return f"{digest[:40]}.{EXTENSIONS[wanted.format]}"


def keep(image: Image, drawn: Drawn, name: str) -> Rendition:
    """Puts a drawn rendition on its shelf, and says so in a row. Doing it twice, or two at once, does no harm.

    Raises Image.DoesNotExist, leaving nothing, where the picture was deleted meanwhile.
    """
    renditions().put(drawn.path, name)
    try:
        rendition, _ = Rendition.objects.update_or_create(
            image=image,
            size=drawn.size,
            format=drawn.format,
            defaults={"stored_name": name, "width": drawn.width, "height": drawn.height, "bytes": drawn.bytes},
        )
    except IntegrityError:
        renditions().delete(name)
        raise Image.DoesNotExist from None
    return rendition


def draw(image: Image, wanted: Iterable[Wanted]) -> list[Rendition]:
    """Draws and keeps the wanted renditions of a picture, all from one decode.

    Raises PictureRefused where the original cannot be decoded, DarkroomBusy where no process came free in time,
    FileNotFoundError where the original is missing.
    """
    credit, stored_name = credit_of(image), image.file.stored_name
    with tempfile.TemporaryDirectory(dir=staging_room(), prefix="drawing-") as folder:
        drawn = darkroom.draw(
            originals().path(stored_name), limits=limits(), wanted=list(wanted), into=Path(folder), credit=credit
        )
        return [
            keep(
                image,
                each,
                rendition_name(stored_name=stored_name, wanted=Wanted(each.size, each.format), credit=credit),
            )
            for each in drawn
        ]


def delete(names: Iterable[str]) -> None:
    """Removes renditions from their shelf."""
    shelf = renditions()
    for name in names:
        shelf.delete(name)
