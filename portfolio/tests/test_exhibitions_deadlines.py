"""Deadlines by the clocks of a place."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from portfolio.exhibitions.deadlines import instant_of, zone_named, zone_names
from portfolio.models import Exhibition
from portfolio.tests.calls import NOON, call_for_entry, post, put

BERLIN, AUCKLAND, NEW_YORK = "Europe/Berlin", "Pacific/Auckland", "America/New_York"


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2027, 5, 1), "UTC", "2027-05-01T23:59:59+00:00"),
        (date(2027, 5, 1), AUCKLAND, "2027-05-01T11:59:59+00:00"),
        (date(2027, 1, 1), AUCKLAND, "2027-01-01T10:59:59+00:00"),
        (date(2027, 5, 1), NEW_YORK, "2027-05-02T03:59:59+00:00"),
        (date(2027, 3, 28), BERLIN, "2027-03-28T21:59:59+00:00"),  # clocks are put forward that morning
        (date(2027, 10, 31), BERLIN, "2027-10-31T22:59:59+00:00"),  # and back on this one
        (date(2027, 5, 1), "Asia/Kathmandu", "2027-05-01T18:14:59+00:00"),
    ],
)
def test_a_date_is_the_end_of_that_day_there(day, zone, instant):
    assert instant_of(day, ZoneInfo(zone)).isoformat() == instant


def test_a_day_that_ends_twice_ends_the_second_time():
    # In Cairo midnight is put back to eleven on the last Thursday of October (Egypt, law 24 of 2023).
    instant = instant_of(date(2027, 10, 28), ZoneInfo("Africa/Cairo"))
    assert instant == datetime(2027, 10, 28, 21, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "instant"),
    [
        ("2027-05-01T12:00:00Z", "2027-05-01T12:00:00+00:00"),
        ("2027-05-01T12:00:00-07:00", "2027-05-01T19:00:00+00:00"),
        ("2027-05-01T12:00:00", "2027-05-01T10:00:00+00:00"),
    ],
)
def test_a_time_is_meant_by_its_offset_or_without_one_by_the_clocks_there(moment, instant):
    assert instant_of(datetime.fromisoformat(moment), ZoneInfo(BERLIN)).isoformat() == instant


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.dates(date(1970, 1, 2), date(9998, 12, 30)), some.sampled_from(sorted(zone_names())))
def test_the_end_of_a_day_is_told_as_that_day_there_whatever_the_zone(day, zone):
    there = instant_of(day, zone_named(zone)).astimezone(zone_named(zone))
    # Samoa and Kiribati each left out a day, when they changed sides of the date line.
    assert there.date() == day or there.date().year in {1994, 1995, 2011}


@given(some.text(max_size=30))
def test_other_names_of_zones_are_refused(name):
    if name not in zone_names():
        with pytest.raises(ValidationError) as refused:
            zone_named(name)
        assert list(refused.value.error_dict) == ["time_zone"]


@pytest.mark.parametrize("zone", [AUCKLAND, "UTC", NEW_YORK])
@pytest.mark.parametrize(
    "moment",
    [date.max, datetime.max, datetime(9999, 1, 1, 20), date.min, datetime.min],  # noqa: DTZ001, DTZ901  by the clocks there
)
def test_what_lies_at_the_ends_of_the_calendar_is_refused(moment, zone):
    with pytest.raises(ValidationError) as refused:
        instant_of(moment, ZoneInfo(zone))
    assert list(refused.value.error_dict) == ["submission_deadline"]


@pytest.mark.parametrize("deadline", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
@pytest.mark.parametrize("zone", [AUCKLAND, NEW_YORK])
@pytest.mark.django_db
def test_a_time_that_no_clock_there_could_tell_is_a_400(ada, client_of, deadline, zone):
    assert post(client_of(ada), deadline=deadline, time_zone=zone).status_code == 400
    assert not Exhibition.objects.exists()


@pytest.mark.django_db
def test_the_latest_deadline_is_told_by_the_clocks_of_any_zone(ada, client_of):
    exhibition = Exhibition.objects.get(pk=call_for_entry(client_of(ada), deadline="9998-12-31")["id"])
    assert put(client_of(ada), exhibition, time_zone="Pacific/Kiritimati").json()["local_deadline"].startswith("9999")


@time_machine.travel(NOON, tick=False)
@pytest.mark.django_db
def test_it_is_told_by_both_clocks(ada, client_of):
    told = call_for_entry(client_of(ada), deadline="2027-05-01", time_zone=AUCKLAND)
    assert told["submission_deadline"] == "2027-05-01T11:59:59Z"
    assert told["local_deadline"] == "2027-05-01T23:59:59+12:00"


@time_machine.travel(datetime(2027, 5, 1, 12, tzinfo=UTC), tick=False)
@pytest.mark.parametrize(("zone", "status"), [("UTC", 201), (NEW_YORK, 201), (AUCKLAND, 400)])
@pytest.mark.django_db
def test_today_is_past_where_the_day_is_over(ada, client_of, zone, status):
    assert post(client_of(ada), deadline="2027-05-01", time_zone=zone).status_code == status


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize(("first", "status"), [("2027-04-30", 400), ("2027-05-01", 201), ("2027-05-02", 201)])
@pytest.mark.django_db
def test_the_first_day_is_held_against_the_deadline_by_the_days_there(ada, client_of, first, status):
    # Noon in London, half an hour into the next day in Auckland.
    sent = {"deadline": "2027-04-30T12:30:00Z", "time_zone": AUCKLAND, "exhibition_start": first}
    assert post(client_of(ada), **sent).status_code == status


@pytest.mark.django_db
def test_entry_is_open_until_the_very_second(ada, client_of):
    with time_machine.travel(NOON, tick=False) as clock:
        told = call_for_entry(client_of(ada), deadline="2027-03-02T12:00:00Z", status="open")
        exhibition = Exhibition.objects.get(pk=told["id"])
        for second, is_open in ((-1, True), (0, False)):
            clock.move_to(exhibition.submission_deadline + timedelta(seconds=second))
            assert exhibition.is_open_for_entry == is_open
            assert Exhibition.objects.open_for_entry().exists() == is_open
