"""Removing what is over. Each task is safe to run twice."""

from datetime import timedelta

from django_tasks import task

from accounts import guessing, quota, rates
from accounts.sessions import SessionStore

# Longer than any upload takes.
UPLOADS_END_WITHIN = timedelta(hours=6)


@task()
def clear_sessions() -> None:
    """Delete the sessions whose time is over."""
    SessionStore.clear_expired()


@task()
def clear_limits() -> None:
    """Delete what rate limits and the guessing lock need no longer."""
    rates.clear_old()
    guessing.clear_old()


@task()
def release_stale_reservations() -> None:
    """Give back the room that uploads reserved and never used."""
    quota.release_stale(UPLOADS_END_WITHIN)
