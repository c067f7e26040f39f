"""How the installation is: whether the process lives, whether it can do its work, and figures for Prometheus."""

import hmac
import logging
import tempfile
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks_db.backend import DatabaseBackend

from config import figures
from config.tasks import beats
from gallery.storage import originals

logger = logging.getLogger(__name__)


class NoWorkerError(Exception):
    """No worker was seen of late: what is asked for waits."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process lives. It asks nothing of the database: to restart us would not heal that."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 once database, storage and task queue answer, else 503; the body says which, and the log says why."""
    answers = {name: _answer(name, probe) for name, probe in PROBES.items()}
    ready = all(answer == "ok" for answer in answers.values())
    body = {"status": "ok" if ready else "unavailable", **answers}
    status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(body, status=status, headers={} if ready else {"Retry-After": "5"})


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures in Prometheus' text format, to staff and to the bearer of settings.METRICS_TOKEN; to others 404."""
    if not (_has_metrics_token(request) or _is_staff(request)):
        raise Http404
    return HttpResponse(figures.as_text(figures.measure()), content_type="text/plain; version=0.0.4; charset=utf-8")


def _answer(name: str, probe: Callable[[], None]) -> str:
    try:
        probe()
    except Exception:  # whatever goes wrong in it is what a probe is there to find
        logger.warning("Not ready: %s", name, exc_info=True)
        return "unavailable"
    return "ok"


def _probe_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _probe_storage() -> None:
    """A nameless file can be written where uploads arrive; object storage, where used, answers too."""
    with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT) as file:
        file.write(b".")
        file.flush()
    originals().probe()


def _probe_tasks() -> None:
    """Some worker was seen within a minute, on whatever host. Other backends have a broker and a watch of their own."""
    if isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], DatabaseBackend) and not beats.alive(timezone.now()):
        raise NoWorkerError("No worker was seen within a minute. Start one: python manage.py worker")


PROBES = {"database": _probe_database, "storage": _probe_storage, "tasks": _probe_tasks}


def _has_metrics_token(request: HttpRequest) -> bool:
    expected = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(given.encode(), expected.encode())


def _is_staff(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_staff
