"""Counting who looked at a work or at a gallery."""

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from accounts.actions import count
from gallery.actions.access import AGAIN, Viewer
from gallery.models import Artwork, Gallery, Visit


def record_visit(*, viewer: Viewer, artwork: Artwork | None = None, gallery: Gallery | None = None) -> bool:
    """Counts a look at one of the two, unless by its artist, or again by the same viewer within 30 minutes. Returns whether
    it counted, which a look at what went meanwhile does not. Of the thing `owner_id` is read; its own number stays as it is.

    Raises ValueError for both or neither.
    """
    thing = artwork or gallery
    if thing is None or (artwork and gallery):
        raise ValueError("a visit is of a work or of a gallery")
    name = "artwork" if artwork else "gallery"
    if viewer.person.pk == thing.owner_id or visits_again(name, thing, viewer).exists():
        return False
    with transaction.atomic():
        # The counter's row is locked before looking again, so that two requests at once count one look.
        there = type(thing)._default_manager.filter(pk=thing.pk).update(view_count=F("view_count") + 1)
        if not there or visits_again(name, thing, viewer).exists():
            transaction.set_rollback(True)
            return False
        remember(viewer, **{f"{name}_id": thing.pk})
        count(thing.owner_id, view_count=1)
    return True


def visits_again(name: str, thing: Artwork | Gallery, viewer: Viewer) -> QuerySet[Visit]:
    """The looks of this viewer at a thing that are too fresh for another to count."""
    since = timezone.now() - AGAIN
    return Visit.objects.filter(**{name: thing.pk}, viewer_key=viewer.key, at__gte=since)


def remember(viewer: Viewer, **thing: object) -> None:
    Visit.objects.create(
        at=timezone.now(),
        viewer=viewer.person if viewer.person.is_authenticated else None,
        viewer_key=viewer.key,
        referrer=viewer.referrer[:500],
        is_robot=viewer.is_robot,
        **thing,
    )
