"""Forgetting walks that nobody is on any more."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from social.models import Walk

KEPT = timedelta(days=1)
AT_ONCE = 100
"""Each with its recommendations: so many that a request beside it hardly waits."""


@task(queue_name="background")
def forget_walks() -> int:
    """Deletes walks that began more than a day ago; returns how many. Who is still on one goes on with new works alone."""
    old = Walk.objects.filter(started_at__lt=timezone.now() - KEPT).order_by("started_at").values_list("pk", flat=True)
    forgotten = 0
    while some := list(old[:AT_ONCE]):
        Walk.objects.filter(pk__in=some).delete()
        forgotten += len(some)
    return forgotten
