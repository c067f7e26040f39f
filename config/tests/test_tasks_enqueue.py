"""Asking for a task: it exists if and only if the transaction commits, and settings that name none are told."""

import pytest
from django.db import transaction
from django_tasks.checks import check_tasks
from django_tasks_db.models import DBTaskResult

from config.tasks.backend import periodic_errors
from config.tests.sample_tasks import add


def enqueue_and_fail():
    with transaction.atomic():
        add.enqueue(1, 2)
        raise RuntimeError


@pytest.mark.django_db
def test_a_task_asked_for_in_a_transaction_that_fails_does_not_exist():
    with pytest.raises(RuntimeError):
        enqueue_and_fail()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_a_task_asked_for_in_a_transaction_that_commits_waits():
    with transaction.atomic():
        add.enqueue(1, 2)
    assert DBTaskResult.objects.ready().get().args_kwargs == {"args": [1, 2], "kwargs": {}}


@pytest.mark.parametrize(
    ("path", "seconds", "identifier"),
    [
        ("config.tests.sample_tasks.no_such", 60, "config.E101"),
        ("no.such.module", 60, "config.E101"),
        ("config.tests.sample_tasks.not_a_task", 60, "config.E102"),
        ("config.tests.sample_tasks.add", 0, "config.E103"),
    ],
)
def test_a_periodic_task_that_cannot_be_run_is_told(path, seconds, identifier):
    assert [error.id for error in periodic_errors({path: seconds})] == [identifier]


def test_a_periodic_task_that_is_one_passes():
    assert list(periodic_errors({"config.tests.sample_tasks.add": 60})) == []


def test_the_system_check_looks_at_the_setting(settings):
    settings.PERIODIC_TASKS = {"no.such.module": 60}
    assert [message.id for message in check_tasks()] == ["config.E101"]
