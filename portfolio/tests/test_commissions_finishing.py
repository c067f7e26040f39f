"""Notes on how far a commission is, and the day on which it was finished."""

from datetime import date

import pytest

from gallery.tests.library import codes
from portfolio.tests.commissioning import change, in_days, kept, move, row, told
from social.actions.blocks import set_block


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def bens(ben, client_of):
    return client_of(ben)


def test_notes_of_both_are_appended_and_told_oldest_first(ada, ben, adas, bens):
    commission = row(ben, ada, "in_progress")
    change(adas, commission, progress_notes=" Sketch\r\ndone ")
    answer = change(bens, commission, progress_notes="I like it")
    assert answer.status_code == 200
    assert [(note["author"]["username"], note["text"]) for note in answer.json()["progress_notes"]] == [
        ("ada", "Sketch\ndone"),
        ("ben", "I like it"),
    ]
    assert told(adas, commission) == answer.json() | {"allowed_transitions": ["completed", "cancelled"]}


@pytest.mark.parametrize("text", ["", None, "  \n", "\u200b"])
def test_an_empty_note_is_none(ada, ben, adas, text):
    commission = row(ben, ada)
    before = kept(commission)
    assert change(adas, commission, progress_notes=text).status_code == 200
    assert kept(commission) == before


@pytest.mark.parametrize("text", ["x" * 5001, ["x"], {"text": "x"}, "a\0b"])
def test_what_is_no_note_is_refused(ada, ben, adas, text):
    commission = row(ben, ada)
    before = kept(commission)
    answer = move(adas, commission, "accepted", progress_notes=text)
    assert (answer.status_code, set(codes(answer)), kept(commission)) == (400, {"progress_notes"}, before)


def test_a_note_to_who_keeps_one_away_takes_the_move_with_it(ada, ben, adas):
    commission = row(ben, ada)
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    before = kept(commission)
    answer = move(adas, commission, "accepted", progress_notes="Hello")
    assert (answer.status_code, codes(answer), kept(commission)) == (403, {None: "blocked"}, before)
    assert move(adas, commission, "declined").status_code == 200


def test_it_is_finished_today_unless_another_day_is_said(ada, ben, adas):
    first, second = row(ben, ada, "in_progress"), row(ben, ada, "in_progress")
    assert move(adas, first, "completed").json()["completion_date"] == str(in_days(0))
    answer = move(adas, second, "completed", completion_date=str(in_days(-3)), progress_notes="Dry at last")
    assert answer.json()["completion_date"] == str(in_days(-3))
    assert [note["text"] for note in answer.json()["progress_notes"]] == ["Dry at last"]


def test_the_day_of_what_is_completed_can_be_mended_by_the_artist(ada, ben, adas, bens):
    commission = row(ben, ada, "completed", completion_date=date(2026, 1, 5))
    assert change(adas, commission, completion_date="2026-01-04").json()["completion_date"] == "2026-01-04"
    assert change(adas, commission, completion_date=None).json()["completion_date"] == "2026-01-04"
    before = kept(commission)
    answer = change(bens, commission, completion_date="2026-01-03")
    assert (answer.status_code, codes(answer)) == (400, {"completion_date": "not_artist"})
    assert kept(commission) == before


@pytest.mark.parametrize(
    ("status", "said", "code"),
    [
        ("in_progress", {"completion_date": 0}, "not_completed"),
        ("requested", {"completion_date": 0, "status": "accepted"}, "not_completed"),
        ("in_progress", {"completion_date": 1, "status": "completed"}, "future"),
        ("completed", {"completion_date": 1}, "future"),
        ("completed", {"completion_date": "soon"}, "invalid"),
        ("completed", {"completion_date": 2026}, "invalid"),
    ],
)
def test_a_day_that_cannot_be_changes_nothing(ada, ben, adas, status, said, code):
    commission, day = row(ben, ada, status), said["completion_date"]
    before = kept(commission)
    sent = str(in_days(day)) if day in (0, 1) else day
    answer = change(adas, commission, **(said | {"completion_date": sent, "progress_notes": "So far"}))
    assert (answer.status_code, codes(answer)) == (400, {"completion_date": code})
    assert kept(commission) == before
