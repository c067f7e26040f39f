"""What is said of an exhibition in words: how far it is, when, where, on which terms."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from portfolio.labels.clocks import clock_of
from portfolio.labels.exhibitions import days_of, deadline_of, fee_of, place_of, state_of, terms_of
from portfolio.models import Exhibition

pytestmark = pytest.mark.same_on_any_database


def call(**facts):
    """An exhibition that is in no database."""
    given = {"title": "Salt", "status": "open", "submission_deadline": timezone.now() + timedelta(days=3)}
    return Exhibition(**given | facts)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("draft", "A draft"),
        ("open", "Open for entry"),
        ("jurying", "The jury is at work"),
        ("announced", "Opening soon"),
        ("running", "On view now"),
        ("closed", "Over"),
        ("cancelled", "Cancelled"),
    ],
)
def test_how_far_it_is_is_said(status, told):
    assert state_of(call(status=status)) == told


def test_one_whose_deadline_has_passed_is_open_no_longer():
    assert state_of(call(submission_deadline=timezone.now() - timedelta(seconds=1))) == "Entry is over"


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("UTC", "1 December 2026, 10:59 (UTC)"),
        ("Europe/Oslo", "1 December 2026, 11:59 (Europe/Oslo, UTC+1)"),
        ("Asia/Kolkata", "1 December 2026, 16:29 (Asia/Kolkata, UTC+5:30)"),
        ("America/St_Johns", "1 December 2026, 07:29 (America/St Johns, UTC-3:30)"),
        ("Pacific/Auckland", "1 December 2026, 23:59 (Pacific/Auckland, UTC+13)"),
    ],
)
def test_a_deadline_is_told_by_the_clocks_there(zone, told):
    deadline = datetime(2026, 12, 1, 10, 59, 59, tzinfo=UTC)
    assert clock_of(call(submission_deadline=deadline, time_zone=zone).local_deadline) == told


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (timedelta(days=12, minutes=1), "12 days left"),
        (timedelta(days=1, minutes=1), "1 day left"),
        (timedelta(hours=23, minutes=59), "23 hours left"),
        (timedelta(minutes=2, seconds=5), "2 minutes left"),
        (timedelta(seconds=30), "less than a minute left"),
        (-timedelta(seconds=1), ""),
    ],
)
def test_how_long_it_is_still_is_said(ahead, told):
    assert deadline_of(call(submission_deadline=timezone.now() + ahead)).left == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, ""),
        (date(2026, 12, 6), None, "From 6 Dec 2026"),
        (None, date(2026, 12, 6), "Until 6 Dec 2026"),
        (date(2026, 12, 6), date(2026, 12, 20), "6–20 Dec 2026"),
        (date(2026, 12, 6), date(2026, 12, 6), "6 Dec 2026"),
    ],
)
def test_its_days_are_told_as_far_as_they_are_known(first, last, told):
    assert days_of(call(exhibition_start=first, exhibition_end=last)) == told


def test_days_are_told_in_the_readers_language():
    with translation.override("de"):
        assert days_of(call(exhibition_start=date(2026, 12, 6), exhibition_end=date(2026, 12, 20))).endswith(
            "20. Dez. 2026"
        )


@pytest.mark.parametrize(
    ("location", "is_virtual", "told"),
    [("", False, ""), ("Bergen", False, "Bergen"), ("", True, "Online"), ("Bergen", True, "Bergen, and online")],
)
def test_where_it_is_is_said(location, is_virtual, told):
    assert place_of(call(location=location, is_virtual=is_virtual)) == told


def test_terms_say_what_has_to_fit_and_leave_out_what_is_not_asked_for():
    plain = call(max_artworks_per_submission=1)
    assert [(term.name, term.text) for term in terms_of(plain)] == [("Works", "1 work"), ("Fee", "Entry is free")]
    strict = call(min_pixels=2000, mediums=["Oil", "Ink"], submission_fee=25, currency="EUR", blind=True)
    assert {term.name: term.text for term in terms_of(strict)} == {
        "Works": "Up to 10 works",
        "Mediums": "Oil, Ink",
        "Pictures": "At least 2,000 pixels on the shorter side",
        "Fee": "€25.00",
        "Jury": "Blind: it is not told whose the works are",
    }


def test_a_fee_has_the_decimals_of_its_currency():
    assert fee_of(call(submission_fee=2500, currency="JPY")) == "¥2,500"
