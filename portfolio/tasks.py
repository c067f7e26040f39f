"""What machines work out later: safe to run twice."""

from uuid import UUID

from django_tasks import task

from portfolio.discovery import trending
from portfolio.exhibitions.telling import tell_everyone


@task(queue_name="background")
def renew_trends() -> dict[str, int]:
    """Works out what is looked at and liked of late. Returns how many trends changed."""
    return trending.renew_trends()


@task(queue_name="background")
def tell_of_exhibition(kind: str, exhibition_id: str, site: str) -> int:
    """Tells all whom a kind of news of an exhibition concerns; returns how many they are."""
    return tell_everyone(kind, UUID(exhibition_id), site)
