"""What a moderator hides, and shows again: unseen by all but its owner, whatever they make of it meanwhile."""

from uuid import UUID

from django.db import transaction
from django.db.models import Model

from gallery.actions.albums import lock_owner
from gallery.actions.reach import followed
from gallery.actions.showing import followed_works
from gallery.models import Artwork, ArtworkImage, Gallery, Image

KINDS: dict[str, type[Model]] = {"artwork": Artwork, "image": Image, "gallery": Gallery}


@transaction.atomic
def set_hidden(*, target_type: str, target_id: UUID, is_hidden: bool) -> None:
    """Hides a work, a picture or a gallery from all but its owner, or shows it again to whom its owner lets see it.

    To a work a hidden picture is no view of it any more; one whose main picture is hidden is hidden with it. Done twice it
    changes nothing. Raises KeyError for another `target_type`, Artwork.DoesNotExist, Image.DoesNotExist or Gallery.DoesNotExist
    for what is not there (any more).
    """
    things = KINDS[target_type]._default_manager.filter(pk=target_id)
    lock_owner(things.values_list("owner", flat=True).get())
    works, rooms, pictures = reached(target_type, target_id)
    with followed_works(works, galleries=rooms, withholding=True), followed(pictures, withholding=True):
        changed = things.exclude(is_hidden=is_hidden).update(is_hidden=is_hidden)
        if not changed:
            things.get()


def reached(target_type: str, target_id: UUID) -> tuple[list[UUID], list[UUID], list[UUID]]:
    """The works, galleries and pictures whose visibility may turn with it."""
    if target_type == "image":
        showing = ArtworkImage.objects.filter(image=target_id).values_list("artwork", flat=True)
        return list(showing), [], [target_id]
    return ([target_id], [], []) if target_type == "artwork" else ([], [target_id], [])
