"""How what people did to each other is held while an account goes, or is shut out."""

from typing import Any

from django.db.models import Q

from gallery.actions.albums import lock_owner
from gallery.actions.reach import lock
from gallery.models import Artwork, Gallery
from social.models import Comment, Like


def lock_all_of(user: Any) -> None:
    """Locks all that has to follow where an account goes or is shut out, in the order of everywhere: the person, galleries,
    works. The first of the steps: taken one kind after the other, somebody who likes, comments or hangs there meanwhile and the
    one who leaves would wait for each other."""
    lock_owner(user.pk)
    lock([Gallery.objects.filter(owner=user)])
    liked = Like.objects.filter(user=user).values("artwork")
    commented = Comment.objects.filter(commenter=user).values("artwork")
    lock([Artwork.objects.filter(Q(owner=user) | Q(pk__in=liked) | Q(pk__in=commented))])
