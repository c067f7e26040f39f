"""Files and folders are their owner's alone; a picture's bytes follow the picture (`gallery.querysets.images`)."""

from typing import Any, Self

from django.db import models
from tree_queries.query import TreeQuerySet


class FolderQuerySet(TreeQuerySet):
    def visible_to(self, viewer: Any) -> Self:
        return self.filter(owner=viewer) if viewer.is_authenticated else self.none()


class FileQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        return self.filter(owner=viewer) if viewer.is_authenticated else self.none()
