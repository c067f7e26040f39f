"""What a work's page would gain by, in sentences: hints, and no rules."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from gallery.models import Artwork, Availability

HINTS: tuple[tuple[str, Any, Any], ...] = (
    ("alt_text", lambda work: not work.alt_text, _("Say what the picture shows: some visitors do not see it.")),
    ("description", lambda work: not work.description, _("A few sentences about it keep visitors longer.")),
    ("medium", lambda work: not work.medium, _("Say what it is made of.")),
    ("width_cm", lambda work: not (work.width_cm or work.dimensions), _("Say how large it is.")),
    ("creation_date", lambda work: not work.creation_date, _("Say when it was made.")),
    (
        "price",
        lambda work: work.price is None and work.availability_status == Availability.AVAILABLE,
        _("Without a price visitors read “On request”."),
    ),
    ("category", lambda work: not work.category_id, _("In a category it is found by those who look for its kind.")),
)
"""A field, whether it lacks, and why it would be good."""


def missing_in(work: Artwork, *, tags: list[str]) -> list[tuple[str, Any]]:
    """What lacks in a work with these tags: the field, and why it would be good."""
    found = [(field, hint) for field, lacks, hint in HINTS if lacks(work)]
    return found if tags else [*found, ("tags", _("Tags lead to it from other works."))]
