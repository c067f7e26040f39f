"""Who may see an album."""

from collections.abc import Collection
from typing import Any, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet


def opened_to(viewer: Any) -> QuerySet[Any, Any]:
    """The ids of the albums that are shared with a person, as a subquery."""
    shares = apps.get_model("gallery.AlbumShare")._default_manager
    return shares.filter(user=viewer).live().opened_albums()


def opened_by(links: Collection[UUID]) -> QuerySet[Any, Any]:
    """The ids of the albums that these shares by link open, as a subquery."""
    shares = apps.get_model("gallery.AlbumShare")._default_manager
    return shares.filter(pk__in=links, token__isnull=False).live().opened_albums()


class AlbumQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, what is public, and what is shared with them."""
        if not viewer.is_authenticated:
            return self.public()
        return self.filter(Q(privacy_setting="public") | Q(owner=viewer) | Q(pk__in=opened_to(viewer)))

    def reachable_by(self, viewer: Any, links: Collection[UUID] = ()) -> Self:
        """What the viewer may see, and what the links open that they hold: for whoever comes with an address, not for lists."""
        if not links:
            return self.visible_to(viewer)
        return self.filter(
            Q(pk__in=type(self)(self.model).visible_to(viewer).values("pk")) | Q(pk__in=opened_by(links))
        )

    def public(self) -> Self:
        return self.filter(privacy_setting="public")
