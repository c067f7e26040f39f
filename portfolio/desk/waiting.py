"""What waits for staff: how much of it, and since when. Each leads to its list, the oldest first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import Count, Min, Model, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from gallery.models import Artwork, Category, Image
from gallery.models.artworks import Status
from gallery.models.images import Processing
from social.models import Appeal, Case

LATE = timedelta(minutes=10)
"""So long after its time something is late: a minute would do while a worker runs."""


@dataclass(frozen=True)
class Kind:
    """Something that may wait: what of a model, since when (`since`, a column of its list too), and which `filters` of its list
    show it. Of what is to happen by itself only what is `late` waits. `urgent` is what hurts people or the site meanwhile."""

    name: str | Promise
    model: type[Model]
    since: str
    filters: dict[str, str]
    which: Q
    late: bool = False
    urgent: bool = False


@dataclass(frozen=True)
class Waiting:
    """So many of something, the oldest of them since then."""

    name: str | Promise
    count: int
    since: datetime | None
    href: str
    urgent: bool


KINDS = (
    Kind(_("Appeals to judge"), Appeal, "filed_at", {"outcome": "open"}, Q(outcome=""), urgent=True),
    Kind(_("Reports to decide"), Case, "opened_at", {"status__exact": "open"}, Q(status=Case.Status.OPEN), urgent=True),
    Kind(
        _("Categories that artists propose"), Category, "created_at", {"status__exact": "proposed"},
        Q(status=Category.Status.PROPOSED),
    ),
    Kind(_("Tasks that failed"), DBTaskResult, "finished_at", {"status": "FAILED"}, Q(status="FAILED")),
    Kind(
        _("Tasks that nobody runs: is the worker running?"), DBTaskResult, "run_after", {"status": "READY"},
        Q(status="READY"), late=True, urgent=True,
    ),
    Kind(
        _("Pictures that could not be drawn"), Image, "uploaded_at", {"processing__exact": Processing.FAILED.value},
        Q(processing=Processing.FAILED),
    ),
    Kind(
        _("Works whose time to be published is over"), Artwork, "published_at", {"status__exact": Status.SCHEDULED.value},
        Q(status=Status.SCHEDULED), late=True, urgent=True,
    ),
)  # fmt: skip


def what_waits(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """All that waits of what this person may see. One query for each kind."""
    found = [told(site, request, kind) for kind in KINDS if may_see(site, request, kind.model)]
    return [waiting for waiting in found if waiting.count]


def may_see(site: AdminSite, request: HttpRequest, model: type[Model]) -> bool:
    return bool(site._registry[model].has_view_permission(request))


def told(site: AdminSite, request: HttpRequest, kind: Kind) -> Waiting:
    late = {f"{kind.since}__lt": (timezone.now() - LATE).isoformat(timespec="seconds")} if kind.late else {}
    things: QuerySet[Any] = kind.model._default_manager.filter(kind.which, **late).order_by()
    row = things.aggregate(count=Count("pk"), since=Min(kind.since))
    href = address(site, request, kind, kind.filters | late)
    return Waiting(kind.name, row["count"], row["since"], href, kind.urgent)


def address(site: AdminSite, request: HttpRequest, kind: Kind, filters: dict[str, str]) -> str:
    """Its list, the oldest first where the list can be put in that order."""
    desk = site._registry[kind.model]
    columns = [*(["action_checkbox"] if desk.get_actions(request) else []), *desk.get_list_display(request)]
    asked = dict(filters)
    if kind.since in columns and desk.get_sortable_by(request):
        asked["o"] = str(columns.index(kind.since))
    options = kind.model._meta
    return f"{reverse(f'admin:{options.app_label}_{options.model_name}_changelist')}?{urlencode(asked)}"
