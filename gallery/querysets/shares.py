"""Which albums shares open."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now


class AlbumShareQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Those that open something now: not expired, their album not turned private."""
        # By the database's clock: a statement that is compiled once must not keep the time of its compilation.
        unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=Now())
        return self.filter(unexpired).exclude(album__privacy_setting="private")

    def opened_albums(self) -> QuerySet[Any, Any]:
        """The ids of the albums that these shares open: their own and, where they say so, all below, as a subquery."""
        reach = Q(album__below__depth=0) | Q(include_children=True)
        return self.filter(reach).order_by().values_list(F("album__below__album"))
