"""Whether the process lives, and whether the house can do its work."""

import json

import pytest
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.test.utils import override_settings

from config import health
from config.tasks import beats


@pytest.fixture
def ready_house(house, db):
    """A house with a place for its files and a worker."""
    house.mkdir(exist_ok=True)
    beats.beat("w1")
    return house


def readiness():
    answer = health.readyz(RequestFactory().get("/readyz"))
    return answer.status_code, json.loads(answer.content)


def refuse(execute, sql, *arguments):
    raise DatabaseError("password=hunter2")


def test_a_living_process_says_so_without_the_database():
    assert health.healthz(RequestFactory().get("/healthz")).status_code == 200


def test_a_house_with_all_it_needs_is_ready(ready_house):
    assert readiness() == (200, {"status": "ok", "database": "ok", "storage": "ok", "tasks": "ok"})


def test_a_probe_leaves_no_file_behind(ready_house):
    readiness()
    assert list(ready_house.iterdir()) == []


def test_a_house_whose_storage_is_gone_is_not_ready(ready_house, settings):
    settings.MEDIA_ROOT = ready_house / "unmounted"
    assert readiness() == (503, {"status": "unavailable", "database": "ok", "storage": "unavailable", "tasks": "ok"})


def test_a_house_without_a_worker_is_not_ready(ready_house):
    beats.WorkerBeat.objects.all().delete()
    assert readiness() == (503, {"status": "unavailable", "database": "ok", "storage": "ok", "tasks": "unavailable"})


@override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}})
def test_a_house_whose_tasks_run_elsewhere_needs_no_worker(ready_house):
    beats.WorkerBeat.objects.all().delete()
    assert readiness()[0] == 200


def test_a_house_without_its_database_is_not_ready_and_tells_no_secret(ready_house, caplog):
    with connection.execute_wrapper(refuse):
        status, body = readiness()
    assert (status, body["database"]) == (503, "unavailable")
    assert "hunter2" not in str(body)
    assert "hunter2" in caplog.text


def test_who_is_told_to_come_back_is_told_when(house, db):
    assert health.readyz(RequestFactory().get("/readyz"))["Retry-After"] == "5"


@pytest.mark.parametrize("view", [health.healthz, health.readyz, health.metrics])
def test_health_is_only_read(view):
    assert view(RequestFactory().post("/")).status_code == 405
