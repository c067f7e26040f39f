"""Works that appear by themselves at their time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gallery import tasks
from gallery.actions.scheduling import publish_due, publish_if_due
from gallery.models import Artwork
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work, upload_work

SOON = timezone.now().replace(microsecond=0) + timedelta(hours=1)


def change(client, work, **said):
    return client.patch(f"/api/artworks/{work.pk}", said)


def planned(name="publish_artwork"):
    """When works are to be published, by the tasks that will."""
    rows = DBTaskResult.objects.filter(task_path=f"gallery.tasks.{name}").order_by("run_after")
    return list(rows.values_list("run_after", flat=True))


def let_time_come(work):
    Artwork.objects.filter(pk=work.pk).update(published_at=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def scheduled(ada):
    return new_work(ada, status="scheduled", published_at=SOON)


def test_a_scheduled_work_is_hidden_until_then(adas, visitor):
    told = upload_work(adas, status="scheduled", published_at=SOON.isoformat())
    assert (told["status"], datetime.fromisoformat(told["published_at"])) == ("scheduled", SOON)
    assert visitor.get(f"/api/artworks/{told['id']}").status_code == 404
    assert planned() == [SOON]


def test_its_task_publishes_it_when_its_time_has_come(scheduled, visitor):
    assert not tasks.publish_artwork.call(str(scheduled.pk))
    let_time_come(scheduled)
    assert tasks.publish_artwork.call(str(scheduled.pk))
    assert visitor.get(f"/api/artworks/{scheduled.pk}").json()["status"] == "published"
    assert not publish_if_due(scheduled.pk)


def test_rescheduling_plans_anew_and_the_old_task_does_nothing(scheduled, adas):
    later = SOON + timedelta(days=1)
    assert change(adas, scheduled, published_at=later.isoformat()).status_code == 200
    assert planned() == [SOON, later]
    assert not tasks.publish_artwork.call(str(scheduled.pk))


def test_another_change_plans_nothing_anew(scheduled, adas):
    change(adas, scheduled, title="Dusk")
    assert planned() == [SOON]
    scheduled.refresh_from_db()
    assert (scheduled.status, scheduled.published_at) == ("scheduled", SOON)


def test_a_time_that_has_come_keeps_nobody_from_other_changes(scheduled, adas):
    let_time_come(scheduled)
    assert change(adas, scheduled, title="Dusk").status_code == 200


def test_it_cannot_be_put_off_into_the_past_or_to_never(scheduled, adas):
    past = (timezone.now() - timedelta(hours=1)).isoformat()
    assert codes(change(adas, scheduled, published_at=past)) == {"published_at": "past"}
    assert codes(change(adas, scheduled, published_at=None)) == {"published_at": "required"}


def test_published_before_its_time_it_says_so(scheduled, adas):
    told = change(adas, scheduled, status="published").json()
    assert datetime.fromisoformat(told["published_at"]) <= timezone.now()


def test_a_scheduled_work_can_become_a_draft(scheduled, adas):
    assert change(adas, scheduled, status="draft").json()["published_at"] is None
    assert publish_due() == 0


def test_a_published_work_can_be_scheduled_again_with_a_time(ada, adas, visitor):
    work = new_work(ada)
    assert codes(change(adas, work, status="scheduled")) == {"published_at": "required"}
    assert change(adas, work, status="scheduled", published_at=SOON.isoformat()).status_code == 200
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 404
    assert planned() == [SOON]


def test_a_draft_is_published_now(ada, adas):
    work = new_work(ada, status="draft", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert work.published_at is None
    told = change(adas, work, status="published").json()
    assert timezone.now() - datetime.fromisoformat(told["published_at"]) < timedelta(minutes=1)


def test_works_scheduled_together_have_one_task(ada, adas):
    ids = [str(new_image(ada).pk) for _ in range(3)]
    said = {"operation": "create", "image_ids": ids, "status": "scheduled", "published_at": SOON.isoformat()}
    assert adas.post("/api/artworks/batch", said).status_code == 200
    assert (planned("publish_due_artworks"), planned()) == ([SOON], [])


def test_more_than_one_task_publishes_at_once_go_on(ada, monkeypatch):
    monkeypatch.setattr("gallery.actions.scheduling.AT_ONCE", 2)
    for n in range(3):
        let_time_come(new_work(ada, f"{n}", status="scheduled", published_at=SOON))
    assert tasks.publish_due_artworks.call() == 2
    assert len(planned("publish_due_artworks")) == 1
    assert tasks.publish_due_artworks.call() == 1
