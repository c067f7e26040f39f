"""Deleting for good what moderators decided to remove, the way that its owner would."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gallery.actions.albums import lock_owner
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.galleries import delete_gallery
from gallery.actions.images import delete_image
from gallery.models import Artwork, ArtworkImage, Image
from social.actions.comments import remove_comment
from social.models import Decision, TargetType
from social.moderating.locking import lock_decision
from social.moderating.log import Deed, note
from social.moderating.targets import Target, standing_target


@transaction.atomic
def remove_due(decision_id: UUID) -> None:
    """Deletes what a decision removes, if that is still due: no appeal is open, none succeeded, and it has not been done."""
    decision = lock_decision(decision_id)
    if Decision.objects.due_for_removal().filter(pk=decision_id).exists():
        remove(decision)


def remove(decision: Decision) -> None:
    """Deletes it now, and says so. To be called with the decision locked; what is gone already is gone."""
    target = standing_target(decision.case)
    if target:
        delete(target, by=decision.decided_by)
    decision.removed_at = timezone.now()
    decision.save(update_fields=["removed_at"])
    note(decision.case_id, Deed.REMOVED, **({} if target else {"gone": True}))


def delete(target: Target, *, by: Any) -> None:
    """Artists are suspended, never removed."""
    if target.type == TargetType.ARTWORK:
        delete_artwork(artwork=target.thing, by=by)
    elif target.type == TargetType.COMMENT:
        remove_comment(comment_id=target.id)
    elif target.type == TargetType.GALLERY:
        delete_gallery(gallery=target.thing, by=by)
    elif target.type == TargetType.IMAGE:
        delete_picture(target.thing, by=by)


def delete_picture(image: Image, *, by: Any) -> None:
    """With the works that show nothing else; others show their other pictures from then on."""
    lock_owner(image.owner_id)
    for artwork in Artwork.objects.filter(views__image=image):
        views = ArtworkImage.objects.filter(artwork=artwork).exclude(image=image)
        others = list(views.order_by("position").values_list("image", flat=True))
        if others:
            change_artwork(artwork=artwork, by=by, image_ids=others)
        else:
            delete_artwork(artwork=artwork, by=by, keep_images=True)
    delete_image(image=image, by=by)
