"""Workers as real processes, on both databases: killed in mid-job, told to stop, several at once."""

import signal
from collections import Counter

from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from config.tests.processes import ALIAS, end, wait_for
from config.tests.sample_tasks import dawdle, note, note_slowly

IMPATIENT = """
from datetime import timedelta
from django.core.management import call_command
from config.tasks import worker
worker.GRACE = 0.3
worker.TIME_LIMIT = timedelta(seconds={limit})
call_command("worker")
"""


def test_a_job_whose_worker_was_killed_is_taken_up_again_and_done(either_house):
    house = either_house
    house.enqueue(note_slowly, str(house.notes), "job", 0.5)
    with house.running("worker", "--skip-checks") as first:
        wait_for(lambda: house.written() == ["job begun"])
        first.kill()
    assert house.statuses() == ["RUNNING"]
    house.let_a_minute_pass()
    with house.running("worker", "--skip-checks") as second:
        wait_for(lambda: house.statuses() == ["SUCCESSFUL"])
        end(second)
    assert house.written() == ["job begun", "job begun", "job done"]


def test_two_workers_run_every_job_exactly_once(either_house):
    house = either_house
    for number in range(60):
        house.enqueue(note, str(house.notes), str(number))
    command = ("worker", "--skip-checks", "--threads=3")
    with house.running(*command) as one, house.running(*command) as other:
        wait_for(lambda: set(house.statuses()) == {"SUCCESSFUL"})
        end(one)
        end(other)
    assert Counter(house.written()) == Counter(str(number) for number in range(60))
    assert {len(ids) for ids in house.jobs.values_list("worker_ids", flat=True)} == {1}


def test_a_worker_told_to_stop_finishes_its_job_first(sqlite_house):
    sqlite_house.enqueue(note_slowly, str(sqlite_house.notes), "job", 1)
    with sqlite_house.running("worker", "--skip-checks") as worker:
        wait_for(lambda: sqlite_house.written() == ["job begun"])
        end(worker, signal.SIGINT)
        assert worker.returncode == 0
    assert sqlite_house.statuses() == ["SUCCESSFUL"]
    assert not sqlite_house.beats.exists()


def test_a_job_too_long_for_a_stop_is_handed_back_without_counting(sqlite_house):
    sqlite_house.enqueue(note_slowly, str(sqlite_house.notes), "job", 60)
    with sqlite_house.running("shell", "-v0", "-c", IMPATIENT.format(limit=60)) as worker:
        wait_for(lambda: sqlite_house.written() == ["job begun"])
        assert end(worker) < 10
        assert worker.returncode == 0
    assert list(sqlite_house.jobs.values_list("status", "worker_ids")) == [("READY", [])]


def test_a_job_that_hangs_ends_the_worker_and_counts_as_an_attempt(sqlite_house):
    sqlite_house.enqueue(note_slowly, str(sqlite_house.notes), "job", 60)
    with sqlite_house.running("shell", "-v0", "-c", IMPATIENT.format(limit=0.5)) as worker:
        assert worker.wait(timeout=20) == 1
    (job,) = sqlite_house.jobs
    assert (job.status, len(job.worker_ids)) == ("RUNNING", 1)
    assert not sqlite_house.beats.exists()


def test_a_worker_cut_off_from_its_database_goes_on_when_it_is_back(postgresql_house):
    house = postgresql_house
    with house.running("worker", "--skip-checks") as worker:
        wait_for(house.beats.exists)
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND datname = current_database()"
            )
        house.enqueue(note, str(house.notes), "job")
        wait_for(lambda: house.written() == ["job"])
        end(worker)
        assert worker.returncode == 0


def test_long_background_jobs_never_delay_a_first_one(sqlite_house):
    for _ in range(4):
        sqlite_house.enqueue(dawdle, str(sqlite_house.notes), 30)
    with sqlite_house.running("worker", "--skip-checks", "--threads=2"):
        wait_for(lambda: "background begun" in sqlite_house.written())
        sqlite_house.enqueue(note, str(sqlite_house.notes), "first")
        wait_for(lambda: "first" in sqlite_house.written())
    assert sqlite_house.written().count("background begun") == 1


def test_a_worker_refuses_a_database_without_its_tables(sqlite_house):
    MigrationRecorder(connections[ALIAS]).record_unapplied("config", "0001_worker")
    code, output = sqlite_house.manage("worker", "--skip-checks")
    assert code == 1
    assert "Run first: python manage.py migrate" in output
