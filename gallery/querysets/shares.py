"""Which albums shares open."""

from collections.abc import Collection
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from gallery.querysets.withheld import stands

# Of an album and all below it, those that a share opens.
REACH = Q(album__below__depth=0) | Q(include_children=True)


class AlbumShareQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Those that open something now: not expired, their album not turned private, its owner not shut out."""
        return self.unexpired().exclude(album__privacy_setting="private").filter(stands("album__owner"))

    def unexpired(self) -> Self:
        # By the database's clock: a statement that is compiled once must not keep the time of its compilation.
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=Now()))

    def held_by(self, person: Any, links: Collection[UUID] = ()) -> Self:
        """Those given to a person, and those of the links that their session has opened."""
        by_link = Q(pk__in=links, token__isnull=False)
        return self.filter(Q(user=person) | by_link) if person.is_authenticated else self.filter(by_link)

    def opening(self, image_id: UUID) -> Self:
        """Those that open an album in which this picture is."""
        inside = Q(album__below__album__album_images__image=image_id)
        return self.filter(REACH, inside).order_by().distinct()

    def opened_albums(self) -> QuerySet[Any, Any]:
        """The ids of the albums that these shares open: their own and, where they say so, all below, as a subquery."""
        return self.filter(REACH).order_by().values_list(F("album__below__album"))
