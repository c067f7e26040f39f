"""Which categories there are to be told of."""

from typing import Any, Self

from django.db import models
from django.db.models import Q


class CategoryQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What staff approved; a proposal is seen by who made it, and by staff."""
        if getattr(viewer, "is_staff", False):
            return self.all()
        approved = Q(status="approved")
        return self.filter(approved | Q(proposed_by=viewer) if viewer.is_authenticated else approved)

    def approved(self) -> Self:
        return self.filter(status="approved")
