"""The figures of `/metrics`: who may read them, and what they say."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Statistics
from config import figures, health
from config.figures import Figure, as_text
from config.tasks import beats, claims
from config.tests.sample_tasks import add

TOKEN = "token of the scraper"


@pytest.fixture(autouse=True)
def token(settings):
    settings.METRICS_TOKEN = TOKEN


def ask(user, **headers):
    request = RequestFactory().get("/metrics", headers=headers)
    request.user = user
    return health.metrics(request)


def value_of(name):
    (figure,) = (figure for figure in figures.measure() if figure.name == name)
    return figure.values


def test_a_moderator_reads_the_figures(mo):
    answer = ask(mo)
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert b"atelier_users 1\n" in answer.content


@pytest.mark.django_db
def test_the_bearer_of_the_token_reads_the_figures():
    assert ask(AnonymousUser(), authorization=f"Bearer {TOKEN}").status_code == 200


@pytest.mark.parametrize("given", ["Bearer wrong", TOKEN, "Bearer ", "Bearer tökèn"])
def test_a_wrong_token_finds_nothing(given):
    with pytest.raises(Http404):
        ask(AnonymousUser(), authorization=given)


@pytest.mark.parametrize("given", ["Bearer ", "Bearer None", ""])
def test_without_a_token_set_no_token_opens(settings, given):
    settings.METRICS_TOKEN = ""
    with pytest.raises(Http404):
        ask(AnonymousUser(), authorization=given)


def test_an_artist_finds_nothing(ada):
    with pytest.raises(Http404):
        ask(ada)


def test_a_suspended_moderator_finds_nothing(mo):
    mo.is_active = False
    with pytest.raises(Http404):
        ask(mo)


@pytest.mark.django_db
def test_tasks_are_counted_by_state():
    add.enqueue(1, 2)
    add.enqueue(3, 4)
    claims.claim(worker_id="w1")
    assert value_of("atelier_tasks") == {"ready": 1, "running": 1, "failed": 0, "successful": 0}


@pytest.mark.django_db
def test_the_longest_wait_begins_where_the_task_fell_due():
    add.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(1, 2)
    add.using(run_after=timezone.now() - timedelta(seconds=30)).enqueue(1, 2)
    add.enqueue(1, 2)
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(seconds=20))
    assert value_of("atelier_task_wait_seconds")[""] == pytest.approx(30, abs=2)


@pytest.mark.django_db
def test_nothing_due_has_waited_for_nothing():
    assert value_of("atelier_task_wait_seconds") == {"": 0}


def test_what_people_keep_is_summed(ada, ben):
    Statistics.objects.filter(user=ada).update(file_count=2, artwork_count=1, storage_used=1000)
    Statistics.objects.filter(user=ben).update(file_count=3, storage_used=500)
    assert value_of("atelier_files") == {"": 5}
    assert value_of("atelier_artworks") == {"": 1}
    assert value_of("atelier_storage_used_bytes") == {"": 1500}


@pytest.mark.django_db
def test_living_workers_are_counted():
    beats.beat("w1")
    assert value_of("atelier_workers") == {"": 1}


@pytest.mark.django_db
def test_the_figures_take_four_queries(django_assert_num_queries):
    with django_assert_num_queries(4):
        figures.measure()


def test_the_text_is_as_prometheus_reads_it():
    plain = Figure("people", "How many there are.", {"": 3})
    labelled = Figure("tasks", "By state.", {"ready": 1, "failed": 0}, label="state")
    assert as_text([plain, labelled]) == (
        "# HELP people How many there are.\n# TYPE people gauge\npeople 3\n"
        '# HELP tasks By state.\n# TYPE tasks gauge\ntasks{state="ready"} 1\ntasks{state="failed"} 0\n'
    )
