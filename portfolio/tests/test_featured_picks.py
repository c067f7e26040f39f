"""Staff put things forward, and take them back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from gallery.models import Gallery
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.models import Feature


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def desk(mo, client_of):
    return client_of(mo)


def in_days(days):
    return (timezone.now() + timedelta(days=days)).isoformat()


def post(client, target, kind="artwork", **terms):
    return client.post("/api/featured", {"target_type": kind, "target_id": str(target.pk), **terms})


def first(client):
    return client.get("/api/featured").json()["artworks"][0]


def test_staff_put_a_work_forward_until_a_time(work, desk, mo):
    until = in_days(7)
    answer = post(desk, work, until=until, note="Light")
    assert answer.status_code == 201
    told = answer.json()
    assert (told["target_type"], told["target_id"], told["note"]) == ("artwork", str(work.pk), "Light")
    pick = Feature.objects.get(pk=told["id"])
    assert (pick.created_by, pick.until.isoformat()) == (mo, until)
    assert first(desk)["feature_id"] == pick.pk


@pytest.mark.parametrize("kind", ["artist", "gallery"])
def test_an_artist_and_a_gallery_too(ada, desk, kind):
    target = ada if kind == "artist" else Gallery.objects.create(owner=ada, name="Room", slug="room")
    assert post(desk, target, kind).status_code == 201


def test_the_same_again_changes_its_terms_and_keeps_its_place(ada, work, desk):
    post(desk, work, note="Light")
    post(desk, new_work(ada, "Other"))
    answer = post(desk, work, until=in_days(1))
    assert (answer.status_code, answer.json()["note"]) == (200, "")
    assert Feature.objects.count() == 2
    assert first(desk)["title"] == "Other"


def test_one_whose_time_was_over_comes_first_again(ada, work, desk):
    post(desk, work)
    post(desk, new_work(ada, "Other"))
    Feature.objects.filter(target_id=work.pk).update(until=timezone.now() - timedelta(days=1))
    assert post(desk, work).status_code == 200
    assert first(desk)["title"] == "Harbour"


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"target_id": str(uuid4())}, "target_id"),
        ({"target_id": "harbour"}, "target_id"),
        ({"target_id": None}, "target_id"),
        ({"target_type": "image"}, "target_type"),
        ({"target_type": "exhibition"}, "target_id"),
        ({"target_type": "gallery"}, "target_id"),
        ({"until": "2020-01-01T00:00:00Z"}, "until"),
        ({"until": "soon"}, "until"),
        ({"note": "x" * 501}, "note"),
        ({"note": "a\x00b"}, "note"),
    ],
)
def test_what_cannot_be_is_refused_by_name(work, desk, terms, field):
    answer = desk.post("/api/featured", {"target_type": "artwork", "target_id": str(work.pk)} | terms)
    assert (answer.status_code, list(codes(answer))) == (400, [field])
    assert not Feature.objects.exists()
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}, {"is_mature": True}])
def test_what_is_hidden_or_mature_is_not_put_forward(ada, desk, hidden):
    answer = post(desk, new_work(ada, **hidden))
    assert (answer.status_code, codes(answer)) == (400, {"target_id": "does_not_exist"})


@pytest.mark.parametrize("visibility", ["private", "unlisted"])
def test_nor_is_a_gallery_that_is_not_public(ada, desk, visibility):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", visibility=visibility)
    assert post(desk, room, "gallery").status_code == 400


def test_only_staff_choose(ada, work, visitor, client_of, desk):
    pick = post(desk, work).json()["id"]
    for client, status in ((visitor, 401), (client_of(ada), 403)):
        assert post(client, work).status_code == status
        assert client.delete(f"/api/featured/{pick}").status_code == status
        assert client.delete("/api/featured/4711").status_code == status
    assert Feature.objects.count() == 1


def test_staff_take_a_pick_back(work, desk):
    pick = post(desk, work).json()["id"]
    assert desk.delete(f"/api/featured/{pick}").json() == {"id": pick, "deleted": True}
    assert desk.delete(f"/api/featured/{pick}").status_code == 404
    assert first(desk)["reason"]["code"] == "new"


def test_each_deed_is_noted_beside_the_work(work, desk, mo):
    pick = post(desk, work, until="2999-01-31T12:00:00Z").json()["id"]
    post(desk, work)
    desk.delete(f"/api/featured/{pick}")
    noted = LogEntry.objects.order_by("pk").values_list("user", "object_id", "object_repr", "change_message")
    words = ["Featured until 2999-01-31 12:00 UTC.", "Featured.", "Featured no longer."]
    assert list(noted) == [(mo.pk, str(work.pk), "Harbour", each) for each in words]


def test_what_is_gone_can_be_taken_back(work, desk):
    pick = post(desk, work).json()["id"]
    work.delete()
    assert desk.delete(f"/api/featured/{pick}").status_code == 200
