"""Who may see an album."""

from collections.abc import Collection
from typing import Any, Self
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q, QuerySet

from accounts.prepared import Prepared, PreparedSubquery, Slot
from gallery.querysets.withheld import not_withheld, stands


def slots() -> dict[str, Slot]:
    return {"viewer": Slot(get_user_model()._meta.pk, UUID(int=3))}


def shared(viewer: UUID) -> QuerySet[Any, Any]:
    shares = apps.get_model("gallery.AlbumShare")._default_manager
    return shares.filter(user=viewer).live().opened_albums()


# Compiled once: building it costs more than all the rest of a list's query.
SHARED = Prepared(shared, slots)


def opened_to(viewer: Any) -> PreparedSubquery:
    """The ids of the albums that are shared with a person, as a subquery."""
    return PreparedSubquery(SHARED, viewer=viewer.pk)


def opened_by(links: Collection[UUID]) -> QuerySet[Any, Any]:
    """The ids of the albums that these shares by link open, as a subquery."""
    shares = apps.get_model("gallery.AlbumShare")._default_manager
    return shares.filter(pk__in=links, token__isnull=False).live().opened_albums()


def seen_by(viewer: Any) -> Q:
    """What a viewer may see, as a condition."""
    is_public = Q(privacy_setting="public") & stands()
    return is_public | Q(owner=viewer) | Q(pk__in=opened_to(viewer)) if viewer.is_authenticated else is_public


class AlbumQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, what is public, and what is shared with them."""
        return self.filter(seen_by(viewer))

    def reachable_by(self, viewer: Any, links: Collection[UUID] = ()) -> Self:
        """What the viewer may see, and what the links open that they hold: for whoever comes with an address, not for lists."""
        if not links:
            return self.visible_to(viewer)
        return self.filter(seen_by(viewer) | Q(pk__in=opened_by(links)))

    def taking_from(self, person: Any, links: Collection[UUID] = ()) -> Self:
        """Those that a person may add pictures to: their own, and those that a share lets them contribute to."""
        if not person.is_authenticated:
            return self.none()
        shares = apps.get_model("gallery.AlbumShare")._default_manager.held_by(person, links).live()
        return self.filter(Q(owner=person) | Q(pk__in=shares.filter(can_contribute=True).opened_albums()))

    def public(self) -> Self:
        return self.filter(Q(privacy_setting="public") & stands())


class AlbumImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """Of albums that the viewer may see: all that is in them, but for pictures that are withheld from them."""
        return self.filter(not_withheld(viewer))

    def hidden_but_to(self, viewer: Any) -> Self:
        """Where the viewer's own pictures are that a moderator hid."""
        return self.filter(image__owner=viewer, image__is_hidden=True) if viewer.is_authenticated else self.none()
