"""Who may see a picture."""

from typing import Any, Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from accounts.models import Visibility


class ImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, and what is public."""
        if not viewer.is_authenticated:
            return self.public()
        # By an expression no index answers: with one for each side of the OR, SQLite would collect all that is public
        # and sort it, where walking the index of the list's own order finds a page at once.
        return self.filter(Exact(Coalesce("visibility", Value("")), Visibility.PUBLIC.value) | Q(owner=viewer))

    def public(self) -> Self:
        return self.filter(visibility=Visibility.PUBLIC)
