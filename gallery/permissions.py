"""What may be done to the library, as predicates with names."""

from typing import Any

from gallery.models import Image


def can_change_image(person: Any, image: Image) -> bool:
    """Only its owner changes or deletes a picture."""
    return person.is_authenticated and image.owner_id == person.pk


def can_download_image(person: Any, image: Image) -> bool:
    """The owner always; others who see it, while the owner allows it."""
    return image.allow_download or can_change_image(person, image)
