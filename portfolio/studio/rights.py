"""What artists decide about the rights in their pictures, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.models.preferences import AiTraining, Visibility
from gallery.credit import credit_of
from gallery.imaging.credit_listing import listed
from gallery.models import Image
from gallery.serving.reservations import reservation_headers
from portfolio.fields import OFF, text_field, tick_field

ANSWERS = (
    (AiTraining.UNSPECIFIED, gettext_lazy("I do not say")),
    (AiTraining.DISALLOWED, gettext_lazy("No, they may not")),
    (AiTraining.ALLOWED, gettext_lazy("Yes, they may")),
)
SEEN_BY = (
    (Visibility.PRIVATE, gettext_lazy("Me alone, until I say otherwise")),
    (Visibility.PUBLIC, gettext_lazy("Everyone, at once")),
)
IN_COPIES = ("copyright_notice", "ai_training")
"""What is written into every copy."""


class RightsForm(forms.Form):
    """By the names of the preferences."""

    copyright_notice = text_field(
        gettext_lazy("Copyright notice"),
        longest=500,
        required=False,
        help_text=gettext_lazy("Stands in every copy of a picture that has none of its own. Empty: © and your name."),
    )
    ai_training = forms.ChoiceField(
        label=gettext_lazy("May your works train generative models?"),
        choices=ANSWERS,
        widget=forms.RadioSelect(attrs=OFF),
    )
    share_location = tick_field(
        gettext_lazy("Tell others where my pictures were taken"),
        help_text=gettext_lazy(
            "It then stands beside a picture, and stays in the files that others may download. Serial numbers, previews "
            "and who owns the camera are never told."
        ),
    )
    default_visibility = forms.ChoiceField(
        label=gettext_lazy("Who sees what I upload"), choices=SEEN_BY, widget=forms.RadioSelect(attrs=OFF)
    )


def as_it_stands(user: User) -> dict[str, Any]:
    """The fields of the form as this person has them."""
    return {name: getattr(user, name) for name in RightsForm.base_fields}


def redrawn(owner: User) -> Mapping[str, int]:
    """How many pictures would be drawn anew for another answer to each of what is `IN_COPIES`: those without one of their own.
    Two queries."""
    own = Image.objects.filter(owner=owner)
    without: dict[str, QuerySet[Image]] = {
        "copyright_notice": own.filter(Q(copyright_notice="") & Q(copyright="")),
        "ai_training": own.filter(ai_training=""),
    }
    return {name: without[name].count() for name in IN_COPIES}


@dataclass(frozen=True)
class Carried:
    """A picture, and what others who save a copy of it can read there: tags and headers, each with what it says; and what the
    file has beside that no copy has."""

    image: Image
    tags: list[tuple[str, str]]
    headers: list[tuple[str, str]]
    left_out: list[str]


def carried(owner: User) -> Carried | None:
    """For the newest picture that others see, else for the newest; None where there is none. Two queries."""
    own = Image.objects.filter(owner=owner).select_related("file", "owner__artist").order_by("-uploaded_at", "-pk")
    image = own.filter(Q(is_shown=True) | Q(is_public=True)).first() or own.first()
    if image is None:
        return None
    answer = image.ai_training or owner.ai_training
    return Carried(image, listed(credit_of(image)), list(reservation_headers(answer).items()), left_out_of(image))


def left_out_of(image: Image) -> list[str]:
    """What a copy is without, of what this file tells."""
    found = [
        (_("where it was taken"), "GPS" in image.exif),
        (_("serial numbers and who owns the camera"), "Serial" in image.exif),
        (_("camera, lens and exposure"), bool(set(image.exif) - {"GPS", "Serial"})),
    ]
    return [words for words, is_there in found if is_there]
