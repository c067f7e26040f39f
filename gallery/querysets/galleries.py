"""Who may see a gallery."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from gallery.querysets.withheld import stands


class GalleryQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see in lists: their own, and what is public."""
        return self.filter(open_or_own(Q(visibility="public"), viewer))

    def reachable_by(self, viewer: Any) -> Self:
        """What opens to a viewer who comes with its address: unlisted ones too."""
        return self.filter(open_or_own(Q(visibility__in=["public", "unlisted"]), viewer))


def open_or_own(is_open: Q, viewer: Any) -> Q:
    is_open &= Q(is_hidden=False) & stands()
    return is_open | Q(owner=viewer) if viewer.is_authenticated else is_open
