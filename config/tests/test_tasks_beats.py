"""A worker's sign of life."""

from datetime import timedelta

import pytest
from django.utils import timezone

from config.models import WorkerBeat
from config.tasks import beats


def test_no_two_workers_have_the_same_name():
    assert beats.new_worker_id() != beats.new_worker_id()


def test_the_name_of_a_worker_fits_its_column(monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "a" * 255)
    assert len(beats.new_worker_id()) <= 64


@pytest.mark.django_db
def test_a_beat_moves_the_time_and_keeps_the_start():
    beats.beat("w1")
    WorkerBeat.objects.update(last_seen=timezone.now() - timedelta(hours=1))
    started_at = WorkerBeat.objects.get().started_at
    beats.beat("w1")
    row = WorkerBeat.objects.get()
    assert row.started_at == started_at
    assert timezone.now() - row.last_seen < timedelta(seconds=5)


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "is_alive"), [(59, True), (61, False)])
def test_a_worker_lives_until_it_was_silent_for_a_minute(seconds, is_alive):
    beats.beat("w1")
    last_seen = WorkerBeat.objects.get().last_seen
    assert ("w1" in beats.alive(last_seen + timedelta(seconds=seconds))) is is_alive


@pytest.mark.django_db
def test_a_worker_is_seen_while_it_works_and_gone_after():
    with beats.beating("w1"):
        assert beats.alive(timezone.now()) == {"w1"}
    assert not WorkerBeat.objects.exists()


@pytest.mark.django_db
def test_a_worker_that_fails_is_gone_too():
    with pytest.raises(RuntimeError), beats.beating("w1"):
        raise RuntimeError
    assert not WorkerBeat.objects.exists()
