"""Files and folders are their owner's alone; a picture's bytes follow the picture (`gallery.querysets.images`)."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from tree_queries.query import TreeQuerySet

from gallery.querysets.opened import opened_to
from gallery.querysets.withheld import stands


class FolderQuerySet(TreeQuerySet):
    def visible_to(self, viewer: Any) -> Self:
        return self.filter(owner=viewer) if viewer.is_authenticated else self.none()


class FileQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        return self.filter(owner=viewer) if viewer.is_authenticated else self.none()

    def reachable_by(self, viewer: Any) -> Self:
        """Their own, and what other rooms open to them: for whoever comes with an address, not for lists."""
        if not viewer.is_authenticated:
            return self.none()
        return self.filter(Q(owner=viewer) | (opened_to(viewer) & self.open_to_others()))

    @staticmethod
    def open_to_others() -> Q:
        """That it may be opened to others at all: neither hidden by a moderator nor of somebody who is shut out."""
        return (Q(image__isnull=True) | Q(image__is_hidden=False)) & stands()
