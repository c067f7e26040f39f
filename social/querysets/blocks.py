"""Who may see who keeps whom away."""

from typing import Any, Self

from django.db import models


class BlockQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """One's own, of people who are not shut out; nobody learns here who blocked them."""
        return self.filter(blocker=viewer, blocked__is_active=True) if viewer.is_authenticated else self.none()
