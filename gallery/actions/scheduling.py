"""Works that appear by themselves, at their time."""

from uuid import UUID

from django.utils import timezone

from gallery.models import Artwork, Status

AT_ONCE = 100


def publish_if_due(artwork_id: UUID) -> bool:
    """Publishes a scheduled work whose time has come. Returns whether it did: it may be gone, published or put off."""
    # Here, since what follows from works asks for tasks, and those for this: whoever imported it first would find it half made.
    from gallery.actions.showing import followed_works

    with followed_works([artwork_id]):
        due = Artwork.objects.filter(pk=artwork_id, status=Status.SCHEDULED, published_at__lte=timezone.now())
        return bool(due.update(status=Status.PUBLISHED, updated_at=timezone.now()))


def publish_due() -> int:
    """Publishes all scheduled works whose time has come, at most 100; returns how many."""
    due = Artwork.objects.filter(status=Status.SCHEDULED, published_at__lte=timezone.now()).order_by("published_at")
    return sum(publish_if_due(artwork_id) for artwork_id in list(due.values_list("pk", flat=True)[:AT_ONCE]))
