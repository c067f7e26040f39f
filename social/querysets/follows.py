"""Who may see who follows whom."""

from typing import Any, Self

from django.db import models
from django.db.models import Q


class FollowQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What anyone may see: those of people of whom neither is shut out."""
        return self.filter(follower__is_active=True, artist__is_active=True)

    def of(self, person: Any) -> Self:
        """Those in which a person has a part, on either side."""
        return self.filter(Q(follower=person) | Q(artist=person))
