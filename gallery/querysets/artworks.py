"""Who may see a work."""

from typing import Any, Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact


class ArtworkQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, and what is published, not private, and not withheld."""
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


class ArtworkImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """Of works that the viewer may see: all their views, but for pictures that a moderator hid, which their artist sees."""
        shown = Q(image__is_hidden=False)
        return self.filter(shown | Q(artwork__owner=viewer) if viewer.is_authenticated else shown)
