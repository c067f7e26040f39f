"""What a commission becomes: a work among the artist's others."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.artworks import create_artwork
from gallery.models import Artwork, Status
from portfolio.commissions.holding import hold, require_role
from portfolio.models import Commission, CommissionStatus
from portfolio.permissions import ARTIST


@transaction.atomic
def make_artwork(*, commission: Commission, by: Any, image_ids: Sequence[UUID], **facts: Any) -> Artwork:
    """A draft that shows these pictures of the artist's own, called as the commission is unless `facts` say otherwise: they are
    those of `create_artwork`. Nobody else sees it until they publish it.

    Raises as `create_artwork` does; Commission.DoesNotExist for anyone but a party, PermissionDenied for the client, Conflict
    where it is not completed (`not_completed`), or while the work that was made of it is there (`artwork_exists`).
    """
    present = hold(commission, by=by)
    require_role(ARTIST, present, by=by)
    if present.status != CommissionStatus.COMPLETED:
        raise Conflict(_("A work is made of a completed commission."), code="not_completed")
    if present.artwork_id is not None:
        raise Conflict(_("A work was made of it already."), code="artwork_exists")
    said = {"title": present.title} | facts | {"status": Status.DRAFT}
    present.artwork = create_artwork(by=by, image_ids=image_ids, **said)
    present.save(update_fields=["artwork", "updated_at"])
    return present.artwork
