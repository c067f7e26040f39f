"""Who may see a picture."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from accounts.models import Visibility


class ImageQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, and what is public."""
        public = Q(visibility=Visibility.PUBLIC)
        return self.filter(public | Q(owner=viewer) if viewer.is_authenticated else public)

    def public(self) -> Self:
        return self.filter(visibility=Visibility.PUBLIC)
