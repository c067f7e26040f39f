"""The organiser's table of what was submitted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.models import Score, Submission
from portfolio.tests.entries import crowd, new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def exhibition(ada):
    return new_exhibition(ada, status="jurying", submission_deadline=timezone.now() - timedelta(days=1))


def names(page):
    return [heading.text for heading in page.all("h2") if heading["id"].startswith("name-")]


def scored(exhibition, artist, *scores):
    """A submission that as many jurors gave these scores."""
    submission = new_submission(exhibition, artist)
    for number, score in enumerate(scores):
        juror = exhibition.jurors.filter(user__username=f"juror{number}").first()
        juror = juror or new_juror(exhibition, person(f"juror{number}"))
        Score.objects.create(juror=juror, work=submission.works.get(), score=score, note=f"Note {score}")
    return submission


def test_a_line_tells_who_what_and_how_it_stands_with_the_jury(read, adas, exhibition, ben):
    submission = scored(exhibition, ben, 4, 8)
    Submission.objects.filter(pk=submission.pk).update(artist_statement="Salt, <b>light</b>.")
    page = read(adas, page_of(exhibition))
    assert names(page) == ["ben"]
    assert page.one("a", href=f"/artworks/{submission.works.get().artwork_id}").text == "Harbour"
    assert [mark.text for mark in page.all("dd")][-3:] == ["6", "2", "2"]
    assert "Salt, <b>light</b>." in page.text
    assert "8 @juror1: Note 8" in page.text


def test_what_can_be_decided_now_are_its_buttons(read, adas, exhibition, ben):
    submission = new_submission(exhibition, ben, status="waitlisted")
    buttons = read(adas, page_of(exhibition)).all("button", name="decision")
    assert [button["value"].split() for button in buttons] == [
        [status, str(submission.pk)] for status in ("accepted", "rejected", "submitted")
    ]


@pytest.mark.parametrize(
    ("order", "first"), [("", "ben"), ("newest", "moe"), ("score", "cyn"), ("lowest", "ben"), ("nonsense", "ben")]
)
def test_it_is_ordered_by_date_or_score_without_one_last(read, adas, exhibition, ben, cyn, mo, order, first):
    scored(exhibition, ben, 3)
    scored(exhibition, cyn, 9)
    scored(exhibition, mo)
    found = names(read(adas, page_of(exhibition, f"submissions?order={order}")))
    assert found[0] == first
    assert order not in ("score", "lowest") or found[-1] == "moe"


def test_it_is_narrowed_by_status_and_each_says_how_many(read, adas, exhibition, ben, cyn, mo):
    for artist, status in ((ben, "accepted"), (cyn, "submitted"), (mo, "submitted")):
        new_submission(exhibition, artist, status=status)
    page = read(adas, page_of(exhibition, "submissions?status=submitted&order=newest"))
    assert names(page) == ["moe", "cyn"]
    ways = [
        way.text
        for way in page.all("a")
        if "status=" in way["href"] or way["href"].endswith("submissions?order=newest")
    ]
    assert ways[:3] == ["All 3", "Submitted 2", "Accepted 1"]
    assert "None is in this state." in read(adas, page_of(exhibition, "submissions?status=rejected")).text


def test_pages_keep_what_was_chosen(read, adas, exhibition):
    for artist in crowd(25):
        new_submission(exhibition, artist)
    page = read(adas, page_of(exhibition, "submissions?status=submitted&order=newest"))
    assert len(names(page)) == 24
    assert page.one("a", rel="next")["href"] == page_of(exhibition, "submissions?status=submitted&order=newest&page=2")


def test_a_page_on_which_nothing_is_left_leads_to_the_first(adas, exhibition, ben):
    new_submission(exhibition, ben)
    answer = adas.get(page_of(exhibition, "submissions?status=submitted&page=2"))
    assert answer.headers["Location"] == page_of(exhibition, "submissions?status=submitted")


def test_what_can_no_longer_be_seen_is_said_and_not_shown(read, adas, exhibition, ben):
    gone, there = new_work(ben, "Gone"), new_work(ben, "There")
    new_submission(exhibition, ben, gone, there)
    Artwork.objects.filter(pk=gone.pk).update(is_hidden=True, is_public=False)
    page = read(adas, page_of(exhibition))
    assert "1 work can no longer be seen." in page.text
    assert "Gone" not in page.text
    assert "There" in page.text


def test_who_is_shut_out_is_not_in_it(read, adas, exhibition, ben):
    new_submission(exhibition, ben)
    ben.is_active = False
    ben.save()
    assert "Nothing was submitted yet." in read(adas, page_of(exhibition)).text


def test_the_fee_has_a_button_only_where_there_is_one(read, adas, ada, ben):
    free, paid = new_exhibition(ada), new_exhibition(ada, submission_fee=20, currency="EUR")
    for each in (free, paid):
        new_submission(each, ben)
    assert not read(adas, page_of(free)).all("button", name="fee")
    assert read(adas, page_of(paid)).one("button", name="fee")["aria-pressed"] == "false"


@pytest.mark.parametrize("number", [1, 3, 24])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, exhibition, number):
    for artist in crowd(number):
        scored(exhibition, artist, 5, 6)
    with django_assert_num_queries(10):
        adas.get(page_of(exhibition))
