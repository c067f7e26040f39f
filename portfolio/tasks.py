"""What machines work out later: safe to run twice."""

from uuid import UUID

from django_tasks import task

from portfolio.commissions import reminders
from portfolio.discovery import trending
from portfolio.exhibitions import ahead, clock
from portfolio.exhibitions.telling import tell_everyone
from portfolio.figures import gathering


@task(queue_name="background")
def renew_trends() -> dict[str, int]:
    """Works out what is looked at and liked of late. Returns how many trends changed."""
    return trending.renew_trends()


@task(queue_name="background")
def draw_for_jury(exhibition_id: str) -> int:
    """Draws what a blind jury will look at, as far as it is missing; returns how many copies it drew."""
    return ahead.draw_for(UUID(exhibition_id))


@task(queue_name="background")
def remind_of_commissions() -> int:
    """Tells parties of deadlines that are near or have passed; returns how many reminders it gave."""
    return reminders.remind_all()


@task(queue_name="background")
def tell_of_exhibition(kind: str, exhibition_id: str, site: str) -> int:
    """Tells all whom a kind of news of an exhibition concerns; returns how many they are."""
    return tell_everyone(kind, UUID(exhibition_id), site)


@task(queue_name="background")
def turn_exhibitions() -> dict[str, int]:
    """The periodic task: exhibitions begin and end on their days, and organisers are told that entry is over. Returns how many
    were moved, and of how many deadlines was told."""
    return {"moved": clock.turn_all(), "told": clock.tell_all()}


@task(queue_name="background")
def gather_statistics() -> int:
    """The periodic task: what was looked at on the days that are over is rolled up; returns how many days."""
    return sum(1 for _day in gathering.gather())
