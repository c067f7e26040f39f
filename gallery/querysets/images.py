"""Who may see a picture."""

from collections.abc import Collection
from typing import Any, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from accounts.prepared import Prepared, PreparedSubquery
from gallery.querysets.albums import opened_by, shared, slots
from gallery.querysets.opened import opened_to
from gallery.querysets.withheld import stands


def held_by(albums: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """The ids of the pictures in these albums, as a subquery, without what is withheld."""
    inside = apps.get_model("gallery.AlbumImage")._default_manager.filter(album__in=albums)
    return not_hidden(inside).values("image")


def not_hidden(inside: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Those of these places in albums whose picture is not withheld."""
    return inside.filter(Q(image__is_hidden=False) & stands("image__owner"))


# Compiled once, as `opened_to` is.
SHARED = Prepared(lambda viewer: held_by(shared(viewer)).values_list("image"), slots)


def contributed(viewer: UUID) -> QuerySet[Any, Any]:
    """The ids of the pictures that others have put into a person's albums, as a subquery."""
    inside = apps.get_model("gallery.AlbumImage")._default_manager
    return not_hidden(inside.filter(album__owner=viewer, contributed=True)).values_list("image")


CONTRIBUTED = Prepared(contributed, slots)


def seen_by(viewer: Any) -> Q:
    """What a viewer may see, as a condition."""
    # By an expression no index answers: with one for each side of the OR, SQLite would collect all that is public
    # and sort it, where walking the index of the list's own order finds a page at once.
    is_public = Q(Exact(Coalesce("is_public", Value(False)), Value(True)))
    if not viewer.is_authenticated:
        return is_public
    in_albums = [Q(pk__in=PreparedSubquery(query, viewer=viewer.pk)) for query in (SHARED, CONTRIBUTED)]
    return is_public | Q(owner=viewer) | in_albums[0] | in_albums[1]


class ImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, what is public by itself or in a public album, what is in an album that is
        shared with them, and what others have put into theirs."""
        return self.filter(seen_by(viewer)) if viewer.is_authenticated else self.public()

    def reachable_by(self, viewer: Any, links: Collection[UUID] = ()) -> Self:
        """What the viewer may see, and what the links open that they hold: for whoever comes with an address, not for lists."""
        if not links:
            return self.visible_to(viewer)
        return self.filter(seen_by(viewer) | Q(pk__in=held_by(opened_by(links))))

    def opened_to(self, viewer: Any) -> Self:
        """What other rooms open to the viewer as a file: its bytes, by its address, and nothing that is said of it."""
        return self.filter(opened_to(viewer), stands(), is_hidden=False)

    def hidden_but_to(self, viewer: Any) -> Self:
        """What the viewer may see and the public may not. Found from the viewer's side: of what is hidden, most is others'."""
        hidden = type(self)(self.model).filter(is_public=False).values("pk")
        by_albums = [hidden.filter(pk__in=found) for found in (held_by(shared(viewer.pk)), contributed(viewer.pk))]
        return self.filter(pk__in=hidden.filter(owner=viewer).union(*by_albums))

    def public(self) -> Self:
        # With `IN`, for SQLite looks up `is_public = true` in an index, which Django never writes, and scans for `is_public`.
        return self.filter(is_public__in=[True])

    def to_anyone(self) -> Self:
        """What anyone may see: public pictures, and what works show within their artist's limits."""
        return self.filter(Q(is_public=True) | Q(is_shown=True))
