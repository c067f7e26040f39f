"""What staff do about tasks that failed for good."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django_tasks_db.models import DBTaskResult

from config.tasks.again import forget, run_again
from config.tasks.claims import claim
from config.tasks.running import drain
from config.tests.sample_tasks import add, despair

pytestmark = pytest.mark.django_db
LIST = "/admin/django_tasks_database/dbtaskresult/"


@pytest.fixture
def failed():
    despair.enqueue()
    drain(worker_id="w1")
    return DBTaskResult.objects.get()


@pytest.fixture
def root(mo):
    mo.is_superuser = True
    mo.save()
    return mo


def press(client, button, job):
    return client.post(LIST, {"action": button, "_selected_action": str(job.pk)}, format="multipart")


def test_a_failed_task_runs_again_with_all_its_attempts(failed, mo):
    assert run_again(job=failed, by=mo)
    job = claim(worker_id="w2")
    assert (job.pk, job.worker_ids, job.finished_at) == (failed.pk, ["w2"], None)
    entry = LogEntry.objects.get()
    assert (entry.object_repr, entry.change_message) == (failed.task_path, "Run again.")


def test_a_failed_task_is_forgotten(failed, mo):
    assert forget(job=failed, by=mo)
    assert not DBTaskResult.objects.exists()
    assert LogEntry.objects.get().change_message == "Forgotten."


@pytest.mark.parametrize("act", [run_again, forget])
def test_of_two_who_press_at_once_one_does_it(failed, mo, act):
    assert act(job=failed, by=mo)
    assert not run_again(job=failed, by=mo)
    assert not forget(job=failed, by=mo)
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize("button", ["again", "forget"])
def test_what_waits_is_left_alone(root, client_of, button):
    add.enqueue(1, 2)
    job = DBTaskResult.objects.get()
    press(client_of(root), button, job)
    assert DBTaskResult.objects.get().status == "READY"


def test_the_list_says_what_failed_and_the_last_line_of_why(failed, root, client_of):
    page = client_of(root).get(f"{LIST}?status=FAILED").content.decode()
    assert failed.task_path in page
    assert failed.traceback.strip().splitlines()[-1][:60] in page.replace("&#x27;", "'").replace("&quot;", '"')
    assert "Run again" in client_of(root).get(f"{LIST}{failed.pk}/change/").content.decode()


def test_the_button_has_it_run_again(failed, root, client_of):
    assert press(client_of(root), "again", failed).status_code == 302
    assert DBTaskResult.objects.get().status == "READY"


@pytest.mark.parametrize(("right", "status"), [(None, 403), ("view_dbtaskresult", 200), ("change_dbtaskresult", 200)])
def test_staff_see_tasks_with_the_right_alone(failed, mo, client_of, right, status):
    if right:
        mo.user_permissions.add(Permission.objects.get(codename=right))
    client = client_of(mo)
    assert client.get(LIST).status_code == status
    press(client, "again", failed)
    assert (DBTaskResult.objects.get().status == "READY") == (right == "change_dbtaskresult")


def test_nothing_is_written_or_deleted_by_hand(failed, root, client_of):
    client = client_of(root)
    answers = [client.post(f"{LIST}{path}").status_code for path in ("add/", f"{failed.pk}/delete/")]
    assert answers == [403, 403]
