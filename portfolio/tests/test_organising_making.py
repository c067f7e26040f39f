"""Calling for works by the form, and changing the call."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from gallery.tests.library import new_image
from portfolio.models import Exhibition
from portfolio.organising.form import as_it_stands
from portfolio.tests.entries import new_exhibition, new_submission
from portfolio.tests.organising import LOCAL, call, page_of
from portfolio.tests.reading import Page


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def send(client, path, **sent):
    return client.post(path, sent, format="multipart")


def standing(exhibition, **facts):
    """What the form sends of an exhibition as it is."""
    exhibition.refresh_from_db()
    given = {
        name: value for name, value in as_it_stands(exhibition).items() if value is not None and value is not False
    }
    given["submission_deadline"] = f"{given['submission_deadline']:{LOCAL}}"
    return given | {"mediums": ", ".join(exhibition.mediums)} | facts


def test_a_call_is_kept_as_a_draft_and_leads_on_to_its_jury(adas, ada):
    answer = send(adas, "/exhibitions/new", **call(mediums="Oil, etching , oil", blind="on", location="Bergen"))
    made = Exhibition.objects.get()
    assert answer.headers["Location"] == page_of(made, "jurors")
    assert (made.organizer, made.status, made.blind, made.location) == (ada, "draft", True, "Bergen")
    assert made.mediums == ["Oil", "etching"]


def test_it_is_opened_at_once_by_the_other_button(adas):
    send(adas, "/exhibitions/new", **call(open="true"))
    assert Exhibition.objects.get().status == "open"


def test_a_deadline_is_meant_by_the_clocks_of_its_zone(adas):
    send(adas, "/exhibitions/new", **call(submission_deadline="2031-07-01T12:00", time_zone="Pacific/Auckland"))
    assert Exhibition.objects.get().submission_deadline == datetime(2031, 7, 1, tzinfo=UTC)


def test_a_time_that_clocks_leave_out_is_refused(adas):
    answer = send(adas, "/exhibitions/new", **call(submission_deadline="2031-03-30T02:30"))
    page = Page(answer.content.decode())
    assert "does not exist" in page.one("ul", id="id_submission_deadline_error").text
    assert not Exhibition.objects.exists()


WRONG = [
    ("title", "", "title"),
    ("title", "x" * 201, "title"),
    ("submission_deadline", "2020-01-01T12:00", "submission_deadline"),
    ("submission_deadline", "soon", "submission_deadline"),
    ("time_zone", "Mars/Olympus", "time_zone"),
    ("exhibition_start", "2020-01-01", "exhibition_start"),
    ("submission_fee", "-1", "submission_fee"),
    ("submission_fee", "25", "currency"),
    ("max_artworks_per_submission", "0", "max_artworks_per_submission"),
    ("score_scale", "2", "score_scale"),
    ("min_pixels", "-1", "min_pixels"),
    ("mediums", "x" * 101, "mediums"),
    ("mediums", ",".join(f"m{number}" for number in range(51)), "mediums"),
]


@pytest.mark.parametrize(("name", "value", "beside"), WRONG)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(adas, name, value, beside):
    answer = send(adas, "/exhibitions/new", **call(description="Of the sea.") | {name: value})
    page = Page(answer.content.decode())
    assert page.one("ul", id=f"id_{beside}_error").text
    assert page.one("textarea", name="description").text == "Of the sea."
    assert not Exhibition.objects.exists()


def test_an_end_before_its_beginning_is_refused(adas):
    start = timezone.now() + timedelta(days=30)
    days = {"exhibition_start": f"{start:%Y-%m-%d}", "exhibition_end": f"{start - timedelta(days=1):%Y-%m-%d}"}
    page = Page(send(adas, "/exhibitions/new", **call(**days)).content.decode())
    assert "before it begins" in page.one("ul", id="id_exhibition_end_error").text
    assert page.one("input", name="exhibition_start")["value"] == days["exhibition_start"]


def test_a_cover_is_a_picture_of_ones_own(adas, ada, ben):
    own, foreign = new_image(ada), new_image(ben)
    assert "no such picture" in send(adas, "/exhibitions/new", **call(cover_image_id=foreign.pk)).content.decode()
    send(adas, "/exhibitions/new", **call(cover_image_id=own.pk))
    made = Exhibition.objects.get()
    assert made.cover == own
    page = Page(adas.get(page_of(made, "edit")).content.decode())
    assert "checked" in page.one("input", value=str(own.pk)).attributes
    assert not page.all("input", value=str(foreign.pk))


def test_the_form_begins_with_the_zone_of_the_last_one(adas, ada):
    new_exhibition(ada, time_zone="Asia/Dubai")
    (dubai,) = Page(adas.get("/exhibitions/new").content.decode()).all("option", value="Asia/Dubai")
    assert "selected" in dubai.attributes


def test_what_was_changed_is_saved_and_nothing_else(adas, ada):
    exhibition = new_exhibition(
        ada, description="Of the sea.", submission_deadline=datetime(2031, 1, 1, 22, 59, 59, tzinfo=UTC)
    )
    answer = send(adas, page_of(exhibition, "edit"), **standing(exhibition, title="Salt"))
    assert answer.headers["Location"] == page_of(exhibition, "edit")
    after = Exhibition.objects.get()
    assert (after.title, after.description) == ("Salt", "Of the sea.")
    assert after.submission_deadline == exhibition.submission_deadline  # to the second, which the field does not show


def test_another_zone_moves_the_deadline(adas, ada):
    exhibition = new_exhibition(ada, status="draft", submission_deadline=datetime(2031, 1, 1, 12, tzinfo=UTC))
    send(adas, page_of(exhibition, "edit"), **standing(exhibition, time_zone="Europe/Oslo"))
    assert Exhibition.objects.get().submission_deadline == datetime(2031, 1, 1, 11, tzinfo=UTC)


def test_what_is_locked_says_why_and_is_not_changed_by_who_sends_it_all_the_same(adas, ada, ben):
    exhibition = new_exhibition(ada)
    new_submission(exhibition, ben)
    page = Page(adas.get(page_of(exhibition, "edit")).content.decode())
    assert "disabled" in page.one("input", name="max_artworks_per_submission").attributes
    assert "There are submissions already" in page.text
    sent = standing(exhibition, max_artworks_per_submission="3", title="Salt")
    assert send(adas, page_of(exhibition, "edit"), **sent).status_code == 302
    after = Exhibition.objects.get()
    assert (after.title, after.max_artworks_per_submission) == ("Salt", 10)


def test_of_one_that_is_over_nothing_can_be_saved(adas, ada):
    exhibition = new_exhibition(ada, status="closed")
    page = Page(adas.get(page_of(exhibition, "edit")).content.decode())
    assert "This exhibition is over." in page.text
    assert not [button for button in page.all("button") if button.text == "Save"]


def test_an_open_deadline_is_not_brought_forward(adas, ada):
    exhibition = new_exhibition(ada, submission_deadline=timezone.now() + timedelta(days=9))
    sooner = f"{timezone.now() + timedelta(days=2):{LOCAL}}"
    answer = send(adas, page_of(exhibition, "edit"), **standing(exhibition, submission_deadline=sooner))
    assert "cannot be taken back" in answer.content.decode()
    assert Exhibition.objects.get().submission_deadline == exhibition.submission_deadline
