"""Who may see a comment."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from gallery.models import Artwork


class CommentQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may read, of works that they may see: live ones, and what they wrote themselves while it is hidden."""
        readable = Q(is_live=True)
        if viewer.is_authenticated:
            readable |= Q(commenter=viewer.pk, is_deleted=False)
        return self.filter(readable, Exists(Artwork.objects.visible_to(viewer).filter(pk=OuterRef("artwork"))))

    def standing(self) -> Self:
        """What has a place in a thread: live ones, and tombstones with live ones below them."""
        return self.filter(Q(is_live=True) | Q(reply_count__gt=0))

    def to_answer(self, artist: Any) -> Self:
        """What people said to an artist below their works and the artist neither answered nor set aside: live comments of
        others that begin a thread or answer the artist."""
        to_them = Q(parent=None) | Q(parent__commenter=artist)
        answers = self.model._default_manager.filter(parent=OuterRef("pk"), commenter=artist, is_live=True)
        said = self.filter(to_them, artwork__owner=artist, is_live=True, is_set_aside=False)
        return said.exclude(commenter=None).exclude(commenter=artist).exclude(Exists(answers))
