"""The figures of `/metrics`, and Prometheus' text format for them.

The format is Prometheus' "text-based format" 0.0.4. There are few figures and they come from the database, the same
whichever process answers, so a client library with its registry, its process files and its locks would not pay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Min, Q, Sum
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.models import Statistics
from config.tasks import beats


@dataclass(frozen=True)
class Figure:
    """A gauge: its name, what it tells, its values under their labels (an empty text where it has no labels)."""

    name: str
    told: str
    values: Mapping[str, float]
    label: str = ""


def measure() -> list[Figure]:
    """All figures, by four queries. The costliest sums one row for each user."""
    owned = Statistics.objects.aggregate(
        users=Count("pk"), files=Sum("file_count"), artworks=Sum("artwork_count"), used=Sum("storage_used")
    )
    return [
        Figure("atelier_tasks", "Tasks in the table, by state.", _tasks_by_state(), label="state"),
        Figure("atelier_task_wait_seconds", "How long the oldest task that is due has waited.", {"": _longest_wait()}),
        Figure("atelier_workers", "Workers seen within a minute.", {"": len(beats.alive(timezone.now()))}),
        Figure("atelier_users", "People with an account.", {"": owned["users"]}),
        Figure("atelier_files", "Files kept, pictures among them.", {"": owned["files"] or 0}),
        Figure("atelier_artworks", "Artworks.", {"": owned["artworks"] or 0}),
        Figure(
            "atelier_storage_used_bytes", "Bytes of the files kept, renditions not counted.", {"": owned["used"] or 0}
        ),
    ]


def as_text(figures: Iterable[Figure]) -> str:
    """The figures in the text format; ends with a line feed, as the format asks."""
    return "".join(line for figure in figures for line in _lines(figure))


def _lines(figure: Figure) -> Iterable[str]:
    yield f"# HELP {figure.name} {figure.told}\n# TYPE {figure.name} gauge\n"
    for value_of, value in figure.values.items():
        labels = f'{{{figure.label}="{value_of}"}}' if figure.label else ""
        yield f"{figure.name}{labels} {value}\n"


def _tasks_by_state() -> dict[str, float]:
    counted = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    return {state.lower(): counted.get(state, 0) for state in TaskResultStatus.values}


def _longest_wait() -> float:
    """Seconds since the oldest task fell due. `run_after` lies in the year 9999 for one to be run at once."""
    now = timezone.now()
    timed = Q(run_after__lte=now)
    due = DBTaskResult.objects.ready().order_by()
    fell_due = due.aggregate(at_once=Min("enqueued_at", filter=~timed), later=Min("run_after", filter=timed))
    oldest = min((time for time in fell_due.values() if time), default=now)
    return round(max(0.0, (now - oldest).total_seconds()), 3)
