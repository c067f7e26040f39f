"""Submitting step by step, without script."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.models import Submission
from portfolio.tests.entries import new_exhibition, new_submission, work_of
from portfolio.tests.stepping import Steps
from social.actions.blocks import set_block

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    """An exhibition of ben's, open for entry until tomorrow."""
    return new_exhibition(ben, max_artworks_per_submission=2, time_zone="Europe/Oslo")


@pytest.fixture
def adas(ada, client_of, call) -> Steps:
    return Steps(client_of(ada), call)


def sent(exhibition) -> tuple[list[str], str]:
    """The works of the one submission in their order, and what is said of them."""
    submission = Submission.objects.get(exhibition=exhibition)
    works = submission.works.order_by("position").values_list("artwork__title", flat=True)
    return list(works), submission.artist_statement


def test_an_artist_chooses_orders_writes_looks_and_sends(read, ada, adas, call):
    dunes, harbour = new_work(ada, "Dunes"), new_work(ada, "Harbour")
    assert adas.choose(dunes, harbour).headers["Location"].endswith("/submit/statement")
    chosen = adas.draft
    assert adas.choose(dunes, harbour, do=f"down:{chosen[0]}").headers["Location"] == f"{adas.path()}#chosen"
    assert adas.draft == chosen[::-1]
    assert adas.write("Two of the sea.").headers["Location"].endswith("/submit/send")
    page = read(adas.client, adas.path("send"))
    assert "Two of the sea." in page.text
    assert "(Europe/Oslo" in page.text
    assert adas.send().headers["Location"] == f"/exhibitions/{call.pk}/submission"
    works, statement = sent(call)
    assert (set(works), statement) == ({"Dunes", "Harbour"}, "Two of the sea.")
    assert adas.draft == []
    assert "It is sent." in read(adas.client, f"/exhibitions/{call.pk}/submission").text


def test_what_does_not_fit_cannot_be_ticked_and_says_why(read, ada, ben, client_of):
    strict = new_exhibition(ben, min_pixels=500, mediums=["Oil"])
    small = work_of(ada, 400, 300, title="Small", medium="Oil")
    fits = work_of(ada, 900, 600, title="Large", medium="oil")
    page = read(client_of(ada), f"/exhibitions/{strict.pk}/submit")
    box = page.one("input", id=f"work-{small.pk}")
    assert "disabled" in box.attributes
    assert "300 pixels on its shorter side" in page.one("p", id=box["aria-describedby"]).text
    assert "disabled" not in page.one("input", id=f"work-{fits.pk}").attributes


def test_who_has_published_nothing_is_told_and_led_no_further(read, adas):
    page = read(adas.client, adas.path())
    assert "You have published no work yet." in page.text
    assert "On to the statement" not in page.text


def test_none_and_too_many_are_told_at_once_and_stay_ticked(ada, adas):
    assert "Choose at least one work." in adas.choose().content.decode()
    works = [new_work(ada, title) for title in ("Dunes", "Harbour", "Pier")]
    answer = adas.choose(*works)
    assert answer.status_code == 200
    assert "It takes up to 2 works of each artist." in answer.content.decode()
    assert set(adas.draft) == {str(work.pk) for work in works}


def test_a_button_leaves_a_work_out(ada, adas):
    dunes, harbour = new_work(ada, "Dunes"), new_work(ada, "Harbour")
    adas.choose(dunes, harbour)
    adas.choose(dunes, harbour, do=f"out:{dunes.pk}")
    assert adas.draft == [str(harbour.pk)]


def test_searching_and_other_pages_keep_what_is_ticked(read, ada, adas):
    works = [new_work(ada, f"Work {number:02}") for number in range(26)]
    assert adas.choose(works[-1], shown=works[2:], do="go:2").headers["Location"] == f"{adas.path()}?page=2"
    page = read(adas.client, f"{adas.path()}?page=2")
    assert len(page.all("input", name="artwork_ids")) == 2
    adas.choose(works[0], shown=works[:2], at=f"{adas.path()}?page=2", do="find", query="work 13")
    found = read(adas.client, f"{adas.path()}?query=work+13")
    assert [box["value"] for box in found.all("input", name="artwork_ids")] == [str(works[13].pk)]
    assert adas.draft == [str(works[-1].pk), str(works[0].pk)]


def test_works_that_are_not_ones_own_or_not_published_are_not_taken(ada, cyn, adas):
    own, draft = new_work(ada), new_work(ada, "Draft", status="draft")
    adas.choose(own, draft, new_work(cyn))
    assert adas.draft == [str(own.pk)]


def test_a_work_that_is_unpublished_on_the_way_is_told_and_one_that_is_gone_is_left_out(ada, adas):
    hidden, gone = new_work(ada, "Dunes"), new_work(ada, "Harbour")
    adas.choose(hidden, gone)
    Artwork.objects.filter(pk=hidden.pk).update(is_public=False)
    Artwork.objects.filter(pk=gone.pk).delete()
    answer = adas.send()
    assert "This is not a published work of yours." in answer.content.decode()
    assert not Submission.objects.exists()


def test_who_has_chosen_nothing_begins_with_that(adas):
    for step in ("statement", "send"):
        assert adas.client.get(adas.path(step)).headers["Location"] == adas.path()


def test_the_statement_is_kept_on_the_way_back_too_and_has_an_end(read, ada, adas):
    adas.choose(new_work(ada))
    assert adas.write("Half a", do="back").headers["Location"] == adas.path()
    assert read(adas.client, adas.path("statement")).one("textarea").text == "Half a"
    answer = adas.write("x" * 5_001)
    assert answer.status_code == 200
    assert "x" * 5_001 in answer.content.decode()


@pytest.mark.parametrize("step", ["", "statement", "send"])
def test_late_is_told_with_what_was_typed(ada, adas, call, step):
    adas.choose(new_work(ada))
    adas.write("Weeks of work.")
    with time_machine.travel(call.submission_deadline + timedelta(seconds=1), tick=False):
        answers = [adas.client.get(adas.path(step)), adas.client.post(adas.path(step))]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert all("Weeks of work." in answer.content.decode() for answer in answers)
    assert not Submission.objects.exists()


def test_late_with_a_statement_that_is_on_its_way_tells_that(ada, adas, call):
    adas.choose(new_work(ada))
    with time_machine.travel(call.submission_deadline + timedelta(seconds=1), tick=False):
        answer = adas.write("Just now typed.")
    assert (answer.status_code, "Just now typed." in answer.content.decode()) == (409, True)


def test_whom_the_organiser_keeps_away_is_told_where_they_send_it(read, ada, ben, adas):
    adas.choose(new_work(ada))
    adas.write("Please.")
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = adas.send()
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert "Please." in read(adas.client, adas.path("send")).text
    assert not Submission.objects.exists()


def test_what_was_sent_is_changed_by_the_same_steps(read, ada, adas, call):
    dunes, harbour = new_work(ada, "Dunes"), new_work(ada, "Harbour")
    new_submission(call, ada, dunes)
    page = read(adas.client, adas.path())
    assert page.one("h1").text == "Change your submission"
    assert [box["value"] for box in page.all("input", name="artwork_ids", checked="")] == [str(dunes.pk)]
    adas.choose(harbour)
    adas.write("Another.")
    adas.send()
    assert sent(call) == (["Harbour"], "Another.")


def test_what_was_withdrawn_is_sent_again(ada, adas, call):
    new_submission(call, ada, new_work(ada, "Dunes"), status="withdrawn")
    assert "Submit again" in adas.client.get(adas.path()).content.decode()
    assert adas.send().status_code == 303
    assert Submission.objects.get().status == "submitted"


def test_a_second_send_changes_nothing_more(ada, adas, call):
    adas.choose(new_work(ada, "Dunes"))
    assert [adas.send().status_code for _ in range(2)] == [303, 303]
    assert sent(call) == (["Dunes"], "")


@pytest.mark.parametrize("step", ["", "/statement", "/send"])
def test_only_who_may_submit_comes_to_the_steps(visitor, client_of, ada, ben, call, step):
    path = f"/exhibitions/{call.pk}/submit{step}"
    assert visitor.get(path).headers["Location"] == f"/login?next={path}"
    assert client_of(ben).get(path).status_code == 403
    draft = new_exhibition(ben, status="draft")
    assert client_of(ada).get(f"/exhibitions/{draft.pk}/submit{step}").status_code == 404


def test_the_steps_ask_as_much_of_many_works_as_of_one(ada, adas, django_assert_num_queries):
    asked = []
    for number in (1, 2, 12):
        while Artwork.objects.filter(owner=ada).count() < number:
            new_work(ada)
        adas.choose(*Artwork.objects.filter(owner=ada))
        for step in ("", "send"):
            with django_assert_num_queries(100, exact=False) as context:
                adas.client.get(adas.path(step))
            asked.append((step, len(context)))
    assert len(set(asked)) == 2


def test_a_draft_is_ones_own_and_of_one_exhibition(read, ada, ben, cyn, client_of, adas):
    adas.choose(new_work(ada))
    other = Steps(adas.client, new_exhibition(ben, submission_deadline=timezone.now() + timedelta(days=9)))
    assert other.draft == []
    assert Steps(client_of(cyn), adas.exhibition).draft == []
