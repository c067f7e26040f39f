"""What machines work out later: safe to run twice."""

from django_tasks import task

from portfolio.discovery import trending


@task(queue_name="background")
def renew_trends() -> dict[str, int]:
    """Works out what is looked at and liked of late. Returns how many trends changed."""
    return trending.renew_trends()
