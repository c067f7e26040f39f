"""Commissions are seen by their two parties alone."""

from typing import Any, Self

from django.db import models
from django.db.models import Q


class CommissionQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """Those to which the viewer is a party."""
        return self.filter(Q(client=viewer) | Q(artist=viewer)) if viewer.is_authenticated else self.none()

    def active(self) -> Self:
        """Those that are agreed and not finished: they take the artist's slots."""
        return self.filter(status__in=("accepted", "in_progress"))


class OfCommissionQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What belongs to a commission to which the viewer is a party."""
        if not viewer.is_authenticated:
            return self.none()
        return self.filter(Q(commission__client=viewer) | Q(commission__artist=viewer))
