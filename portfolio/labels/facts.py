"""What a label beside a picture tells of how it was made, in words."""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gallery.models import Image


class Fact(NamedTuple):
    """A name and what there is to say, and where there is more of it."""

    name: str
    text: str
    href: str = ""


def facts_of(image: Image) -> list[Fact]:
    """What the camera wrote down, where it did: date, camera, lens, exposure. Never the place."""
    facts = [
        Fact(_("Taken"), date_format(image.date_taken, "DATE_FORMAT") if image.date_taken else ""),
        Fact(_("Camera"), camera(image.camera_make, image.camera_model)),
        Fact(_("Lens"), image.lens),
        Fact(_("Exposure"), exposure(image)),
        Fact(_("Creator"), image.creator),
    ]
    return [fact for fact in facts if fact.text]


def camera(make: str, model: str) -> str:
    """Make and model, the make once: most models begin with it, whatever the case or the company's form."""
    company = make.split()
    if company and model.casefold().startswith(company[0].casefold()):
        return model
    return f"{make} {model}".strip()


def exposure(image: Image) -> str:
    """`1/250 s, f/2.8, ISO 400, 50 mm`, as far as it is known."""
    parts = (
        image.shutter_speed and f"{image.shutter_speed} s",
        image.aperture and f"f/{image.aperture:g}",
        image.iso and f"ISO {image.iso}",
        image.focal_length and f"{image.focal_length:g} mm",
    )
    return ", ".join(part for part in parts if part)
