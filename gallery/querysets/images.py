"""Who may see a picture."""

from collections.abc import Collection
from typing import Any, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from gallery.querysets.albums import opened_by, opened_to


def held_by(albums: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """The ids of the pictures in these albums, as a subquery."""
    return apps.get_model("gallery.AlbumImage")._default_manager.filter(album__in=albums).values("image")


class ImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, what is public by itself or in a public album, and what is in an album that is
        shared with them."""
        if not viewer.is_authenticated:
            return self.public()
        # By an expression no index answers: with one for each side of the OR, SQLite would collect all that is public
        # and sort it, where walking the index of the list's own order finds a page at once.
        is_public = Exact(Coalesce("is_public", Value(False)), Value(True))
        return self.filter(is_public | Q(owner=viewer) | Q(pk__in=held_by(opened_to(viewer))))

    def reachable_by(self, viewer: Any, links: Collection[UUID] = ()) -> Self:
        """What the viewer may see, and what the links open that they hold: for whoever comes with an address, not for lists."""
        if not links:
            return self.visible_to(viewer)
        return self.filter(
            Q(pk__in=type(self)(self.model).visible_to(viewer).values("pk")) | Q(pk__in=held_by(opened_by(links)))
        )

    def public(self) -> Self:
        return self.filter(is_public=True)
