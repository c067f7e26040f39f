"""Changing a call for entry: what can be when, by whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.tests.library import codes, new_image
from portfolio.models import Exhibition, StatusChange
from portfolio.tests.calls import in_days, put, read
from portfolio.tests.entries import new_exhibition, new_submission

pytestmark = pytest.mark.django_db

TEXTS = {"title": "Low Tide", "description": "New.", "location": "Quay", "is_virtual": True, "requirements": "Two."}
DAYS = {"exhibition_start": in_days(40), "exhibition_end": in_days(90)}
CALL = {"time_zone": "Europe/Berlin", "deadline": in_days(20), "score_scale": 5}
FEE = {"submission_fee": "9.00", "currency": "EUR"}
TERMS = {"max_artworks_per_submission": 3, "min_pixels": 800, "mediums": ["Oil"], "blind": True}
EVERYTHING = {**TEXTS, **DAYS, **CALL, **TERMS, "submission_fee": "9.00"}
OPEN_FIELDS = {
    "draft": {*EVERYTHING},
    "open": {*EVERYTHING},
    "open, entered": {*TEXTS, *DAYS, *CALL},
    "jurying": {*TEXTS, *DAYS},
    "announced": {*TEXTS, *DAYS},
    "running": {*TEXTS},
    "closed": set(),
    "cancelled": set(),
}
"""What can be changed in which status, and in an open one that somebody submitted to."""


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def stored(exhibition):
    return Exhibition.objects.filter(pk=exhibition.pk).values().get()


@pytest.mark.parametrize("status", OPEN_FIELDS)
@pytest.mark.parametrize("field", EVERYTHING)
def test_what_can_be_changed_when(ada, ben, adas, status, field):
    exhibition = new_exhibition(ada, status=status.partition(",")[0], currency="EUR")
    if "entered" in status:
        new_submission(exhibition, ben, status="withdrawn")
    before = stored(exhibition)
    answer = put(adas, exhibition, **{field: EVERYTHING[field]})
    if field in OPEN_FIELDS[status]:
        assert answer.status_code == 200, answer.content
        if field != "deadline":
            assert answer.json()[field] == EVERYTHING[field]
    else:
        assert (answer.status_code, codes(answer)) == (409, {field: "locked"})
        assert stored(exhibition) == before


@pytest.mark.parametrize("status", ["jurying", "running", "closed"])
def test_what_is_said_as_it_stands_is_no_change(ada, ben, adas, status):
    exhibition = new_exhibition(ada, status=status, mediums=["Oil"], submission_fee=5, currency="EUR")
    new_submission(exhibition, ben)
    told, before = read(adas, exhibition), stored(exhibition)
    same = {name: told[name] for name in (*TEXTS, *DAYS, *TERMS, *FEE, "time_zone", "score_scale", "status")}
    answer = put(adas, exhibition, **same, submission_deadline=told["submission_deadline"])
    assert answer.status_code == 200, answer.content
    assert stored(exhibition) == before


def test_a_field_that_is_locked_refuses_the_others_with_it(ada, adas):
    exhibition = new_exhibition(ada, status="jurying")
    answer = put(adas, exhibition, title="Low Tide", blind=True)
    assert (answer.status_code, codes(answer)) == (409, {"blind": "locked"})
    assert read(adas, exhibition)["title"] == "Salt and Light"


def test_a_move_that_is_not_open_refuses_the_changes_with_it(ada, adas):
    exhibition = new_exhibition(ada, status="open")
    answer = put(adas, exhibition, title="Low Tide", status="closed")
    assert (answer.status_code, codes(answer)) == (409, {"status": "illegal_transition"})
    assert read(adas, exhibition)["title"] == "Salt and Light"


def test_changes_and_a_move_are_one(ada, adas):
    late = timezone.now() - timedelta(days=1)
    exhibition = new_exhibition(ada, status="draft", submission_deadline=late)
    answer = put(adas, exhibition, status="open")
    assert (answer.status_code, codes(answer)) == (409, {"status": "deadline_passed"})
    assert not StatusChange.objects.exists()
    answer = put(adas, exhibition, deadline=in_days(3), status="open")
    assert (answer.status_code, answer.json()["status"]) == (200, "open")


@pytest.mark.parametrize(
    ("status", "hours", "answered"),
    [
        ("draft", 2, (200, {})),
        ("draft", -2, (400, {"submission_deadline": "past"})),
        ("open", 30, (200, {})),
        ("open", 2, (409, {"submission_deadline": "locked"})),
        ("open", -2, (409, {"submission_deadline": "locked"})),
    ],
)
def test_a_deadline_is_put_off_once_it_is_known_and_never_brought_forward(ada, adas, status, hours, answered):
    exhibition = new_exhibition(ada, status=status)
    moment = (timezone.now() + timedelta(hours=hours)).isoformat()
    answer = put(adas, exhibition, submission_deadline=moment)
    assert (answer.status_code, {} if answer.status_code == 200 else codes(answer)) == answered


def test_a_deadline_that_has_passed_can_be_put_off_while_it_is_open(ada, adas):
    passed = timezone.now() - timedelta(days=2)
    exhibition = new_exhibition(ada, submission_deadline=passed)
    still_past = (passed + timedelta(days=1)).isoformat()
    assert codes(put(adas, exhibition, submission_deadline=still_past)) == {"submission_deadline": "past"}
    assert put(adas, exhibition, deadline=in_days(2)).json()["is_open_for_entry"] is True


def test_what_has_passed_since_does_not_keep_other_fields_from_changing(ada, adas):
    long_ago = timezone.now() - timedelta(days=90)
    facts = {"submission_deadline": long_ago, "exhibition_start": long_ago.date() + timedelta(days=9)}
    exhibition = new_exhibition(ada, status="running", **facts)
    assert put(adas, exhibition, title="Low Tide").status_code == 200


def test_another_zone_leaves_the_deadline_at_its_instant(ada, adas):
    exhibition = new_exhibition(ada, status="draft")
    before = read(adas, exhibition)
    after = put(adas, exhibition, time_zone="Asia/Tokyo").json()
    assert after["submission_deadline"] == before["submission_deadline"]
    assert after["local_deadline"].endswith("+09:00")


def test_days_and_the_cover_can_be_taken_away(ada, adas):
    cover = new_image(ada)
    exhibition = new_exhibition(ada, cover=cover, exhibition_start=in_days(9), exhibition_end=in_days(10))
    sent = {"exhibition_start": None, "exhibition_end": "", "cover_image_id": None}
    told = put(adas, exhibition, **sent).json()
    assert [told[name] for name in sent] == [None, None, None]


def test_a_currency_can_not_be_taken_from_a_fee(ada, adas):
    exhibition = new_exhibition(ada, submission_fee="9.50", currency="EUR")
    assert codes(put(adas, exhibition, currency="")) == {"currency": "required"}
    assert codes(put(adas, exhibition, currency="JPY")) == {"currency": "max_decimal_places"}


@pytest.mark.parametrize("method", ["put", "patch"])
def test_put_and_patch_change_what_is_sent_and_no_more(ada, adas, method):
    exhibition = new_exhibition(ada, description="Old.")
    told = getattr(adas, method)(f"/api/exhibitions/{exhibition.pk}", {"title": "Low Tide"}).json()
    assert (told["title"], told["description"]) == ("Low Tide", "Old.")


@pytest.mark.parametrize("name", ["visitor", "cyn", "moe"])
def test_nobody_else_changes_it(request, ada, cyn, mo, client_of, visitor, name):
    exhibition = new_exhibition(ada)
    client = visitor if name == "visitor" else client_of({"cyn": cyn, "moe": mo}[name])
    assert put(client, exhibition, title="Mine").status_code == (401 if name == "visitor" else 403)
    assert Exhibition.objects.get().title == "Salt and Light"
