"""Who may see a work."""

from typing import Any, Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact


class ArtworkQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, and what is published and not private."""
        if not viewer.is_authenticated:
            return self.public()
        # By an expression no index answers, for the reason that is told in `gallery.querysets.images`.
        return self.filter(Q(Exact(Coalesce("is_public", Value(False)), Value(True))) | Q(owner=viewer))

    def public(self) -> Self:
        # With `IN`, as of pictures.
        return self.filter(is_public__in=[True])

    def hidden_but_to(self, viewer: Any) -> Self:
        """What the viewer may see and the public may not."""
        return self.filter(owner=viewer, is_public=False) if viewer.is_authenticated else self.none()
