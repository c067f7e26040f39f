"""The curator's desk."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.actions.features import feature
from portfolio.models import Feature
from portfolio.tests.entries import new_exhibition

LISTS = {
    "artwork": "/admin/gallery/artwork/",
    "gallery": "/admin/gallery/gallery/",
    "artist": "/admin/accounts/artist/",
    "exhibition": "/admin/portfolio/exhibition/",
}
FEATURES = "/admin/portfolio/feature/"


@pytest.fixture
def desk(mo):
    mo.is_superuser = True
    mo.save()
    client = Client()
    client.force_login(mo)
    return client


@pytest.fixture
def things(ada):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    return {"artwork": new_work(ada), "gallery": room, "artist": ada.artist, "exhibition": new_exhibition(ada)}


def press(desk, kind, button, *things):
    chosen = {"action": button, "_selected_action": [str(thing.pk) for thing in things]}
    return desk.post(LISTS[kind], chosen, follow=True)


def form(**told):
    given = {"target_type": "artwork", "until_0": "", "until_1": "", "note": ""}
    return given | {name: str(value) for name, value in told.items()}


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize(("button", "days"), [("feature_for_a_week", 7), ("feature_for_a_month", 30)])
def test_buttons_put_things_forward_for_a_time(desk, mo, things, kind, button, days):
    assert b"Featured: 1." in press(desk, kind, button, things[kind]).content
    pick = Feature.objects.get()
    assert (pick.target_type, pick.target_id, pick.created_by) == (kind, things[kind].pk, mo)
    assert abs(pick.until - timezone.now() - timedelta(days=days)) < timedelta(minutes=1)
    assert LogEntry.objects.get().object_id == str(things[kind].pk)


@pytest.mark.parametrize("kind", LISTS)
def test_a_button_takes_them_back(desk, things, kind):
    press(desk, kind, "feature_for_a_week", things[kind])
    assert b"Featured no longer: 1." in press(desk, kind, "stop_featuring", things[kind]).content
    assert not Feature.objects.exists()
    assert LogEntry.objects.filter(change_message="Featured no longer.").count() == 1


def test_the_list_says_what_is_featured(desk, things):
    assert b"icon-yes" not in desk.get(LISTS["gallery"]).content
    press(desk, "gallery", "feature_for_a_week", things["gallery"])
    assert b"icon-yes" in desk.get(LISTS["gallery"]).content


def test_a_longer_time_keeps_the_note(desk, mo, things):
    feature(target_type="artwork", target_id=things["artwork"].pk, by=mo, note="Light")
    press(desk, "artwork", "feature_for_a_month", things["artwork"])
    assert Feature.objects.get().note == "Light"


def test_what_is_hidden_is_left_out_and_said(ada, desk, things):
    draft = new_work(ada, "Unfinished", status="draft")
    told = press(desk, "artwork", "feature_for_a_week", things["artwork"], draft).content
    assert b"Featured: 1." in told
    assert b"mature: Unfinished." in told
    assert Feature.objects.get().target_id == things["artwork"].pk


def test_picks_are_listed_by_name_those_of_things_gone_too(desk, mo, things):
    for kind, thing in things.items():
        feature(target_type=kind, target_id=thing.pk, by=mo)
    page = desk.get(f"{FEATURES}?q=harbour").content
    assert b"Harbour" in page
    assert b"Room" not in page
    things["artwork"].delete()
    page = desk.get(FEATURES).content
    assert b"Room" in page
    assert b"Harbour" not in page


def test_a_pick_is_made_and_changed_by_hand(desk, mo, things):
    answer = desk.post(f"{FEATURES}add/", form(target_id=things["artwork"].pk, note="Light"))
    assert answer.status_code == 302, answer.content
    pick = Feature.objects.get()
    answer = desk.post(f"{FEATURES}{pick.pk}/change/", form(note="Shade", until_0="2999-01-31", until_1="12:00:00"))
    assert answer.status_code == 302
    pick.refresh_from_db()
    assert (pick.note, pick.until.year, pick.created_by) == ("Shade", 2999, mo)
    noted = LogEntry.objects.order_by("pk").values_list("object_id", "change_message")
    words = ["Featured.", "Featured until 2999-01-31 12:00 UTC."]
    assert list(noted) == [(str(things["artwork"].pk), each) for each in words]


@pytest.mark.parametrize(
    "wrong",
    [{"target_type": "gallery"}, {"target_id": "harbour"}, {"until_0": "2020-01-01", "until_1": "12:00"}],
)
def test_what_cannot_be_is_said_in_the_form(desk, things, wrong):
    answer = desk.post(f"{FEATURES}add/", form(target_id=things["artwork"].pk) | wrong)
    assert answer.status_code == 200
    assert b"errorlist" in answer.content
    assert not Feature.objects.exists()


def test_a_pick_of_what_is_hidden_since_is_not_changed_but_deleted(ada, desk, mo, things):
    pick = feature(target_type="gallery", target_id=things["gallery"].pk, by=mo)[0]
    Gallery.objects.update(visibility="private")
    assert b"errorlist" in desk.post(f"{FEATURES}{pick.pk}/change/", form(note="Shade")).content
    assert desk.post(f"{FEATURES}{pick.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Feature.objects.exists()
    assert LogEntry.objects.filter(change_message="Featured no longer.").count() == 1


def test_several_are_deleted(desk, mo, things):
    picks = [feature(target_type=kind, target_id=thing.pk, by=mo)[0] for kind, thing in things.items()]
    chosen = {"action": "delete_selected", "_selected_action": [pick.pk for pick in picks], "post": "yes"}
    assert desk.post(FEATURES, chosen).status_code == 302
    assert LogEntry.objects.filter(change_message="Featured no longer.").count() == 4


def test_more_things_cost_no_more_queries(ada, desk, mo, things, django_assert_max_num_queries):
    for number in range(6):
        feature(target_type="artwork", target_id=new_work(ada, f"{number}").pk, by=mo)
    for address in (*LISTS.values(), FEATURES):
        with django_assert_max_num_queries(14):
            desk.get(address)
