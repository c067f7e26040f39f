"""The page of one exhibition, as each of those who may open it sees it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from portfolio.actions.withholding import withhold_exhibition
from portfolio.models import SubmittedWork
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.reading import titles
from portfolio.views.exhibitions import exhibition as page_of_exhibition
from social.tests.moderation import moderator


def at(exhibition, rest=""):
    return f"/exhibitions/{exhibition.pk}{rest}"


def ways(page, exhibition) -> set[str]:
    """Where it leads to below itself."""
    below = at(exhibition, "/")
    return {link["href"].removeprefix(below) for link in page.all("a") if link["href"].startswith(below)}


def test_an_open_one_says_until_when_on_which_terms_and_leads_to_submitting(read, visitor, ada):
    terms = {
        "requirements": "Frames are yours.",
        "min_pixels": 2000,
        "submission_fee": 5,
        "currency": "EUR",
        "blind": True,
    }
    exhibition = new_exhibition(
        ada, description="Light in winter.", time_zone="Europe/Oslo", location="Bergen", **terms
    )
    page = read(visitor, at(exhibition))
    assert page.one("h1").text == "Salt and Light"
    told = ["Open for entry", "Organised by ada", "Light in winter.", "Europe/Oslo, UTC+", "23 hours left", "Bergen"]
    told += ["Frames are yours.", "At least 2,000 pixels", "€5.00", "Blind"]
    assert [words for words in told if words not in page.text] == []
    assert page.one("time")["datetime"].endswith("+00:00")
    assert ways(page, exhibition) == {"submit"}


def test_behind_the_deadline_nothing_leads_to_submitting(read, visitor, ada):
    late = new_exhibition(ada, submission_deadline=timezone.now() - timedelta(seconds=1), min_pixels=2000)
    page = read(visitor, at(late))
    assert "Entry is over" in page.text
    assert "2,000" not in page.text
    assert ways(page, late) == set()


@pytest.mark.parametrize("status", ["running", "closed"])
def test_what_was_accepted_and_chosen_hangs_there_each_with_its_artist(read, visitor, ada, ben, cyn, status):
    exhibition = new_exhibition(ada, status=status)
    dunes, pier = new_work(ben, "Dunes"), new_work(ben, "Pier")
    accepted = new_submission(exhibition, ben, dunes, pier, status="accepted")
    SubmittedWork.objects.filter(submission=accepted, artwork=pier).update(is_selected=False)
    new_submission(exhibition, cyn, new_work(cyn, "Refused"), status="rejected")
    page = read(visitor, at(exhibition))
    assert titles(page) == ["Dunes"]
    assert page.one("span", **{"class": "artist"}).text == "ben"
    assert page.one("a", **{"class": "picture"})["href"] == f"/artworks/{dunes.pk}"


@pytest.mark.parametrize("status", ["open", "jurying", "announced", "cancelled"])
def test_before_it_opens_nothing_says_what_was_accepted(read, visitor, ada, ben, status):
    exhibition = new_exhibition(ada, status=status)
    before = visitor.get(at(exhibition)).content
    new_submission(exhibition, ben, new_work(ben, "Dunes"), status="accepted")
    assert visitor.get(at(exhibition)).content == before


def test_a_work_that_is_hidden_since_hangs_there_no_longer(read, visitor, ada, ben):
    exhibition, work = new_exhibition(ada, status="running"), new_work(ben, "Dunes")
    new_submission(exhibition, ben, work, status="accepted")
    change_artwork(artwork=work, by=ben, status="draft")
    page = read(visitor, at(exhibition))
    assert "Dunes" not in page.html
    assert "No work hangs here." in page.text


def test_many_works_hang_on_several_pages(read, visitor, ada, ben, monkeypatch):
    monkeypatch.setattr(page_of_exhibition, "ON_A_PAGE", 2)
    exhibition = new_exhibition(ada, status="running", description="Eleven artists.")
    new_submission(exhibition, ben, *[new_work(ben, f"{number}") for number in range(3)], status="accepted")
    second = read(visitor, f"{at(exhibition)}?page=2")
    assert titles(second) == ["2"]
    assert "Eleven artists." not in second.one("main").text
    assert second.one("link", rel="canonical")["href"] == f"http://testserver{at(exhibition)}?page=2"
    read(visitor, f"{at(exhibition)}?page=3", status=404)


def test_a_cancelled_one_says_so(read, visitor, ada):
    assert "This exhibition was cancelled." in read(visitor, at(new_exhibition(ada, status="cancelled"))).text


ROLES = {
    "visitor": {"submit"},
    "cyn": {"submit"},
    "ada": {"submissions", "jurors", "edit"},
    "juror": {"submit", "conflicts"},
    "artist": {"submission"},
}


@pytest.mark.parametrize("who", ROLES)
def test_everyone_finds_their_own_ways(request, read, visitor, client_of, ada, ben, mo, who):
    exhibition = new_exhibition(ada)
    people = {"juror": mo, "artist": ben, "ada": ada}
    new_juror(exhibition, mo)
    new_submission(exhibition, ben)
    client = visitor if who == "visitor" else client_of(people.get(who) or request.getfixturevalue(who))
    assert ways(read(client, at(exhibition)), exhibition) == ROLES[who]


def test_jurors_are_led_to_what_they_judge_while_they_do(read, client_of, ada, mo):
    exhibition = new_exhibition(ada, status="jurying")
    new_juror(exhibition, mo)
    assert ways(read(client_of(mo), at(exhibition)), exhibition) == {"jury", "conflicts"}


@pytest.mark.parametrize(
    ("status", "announced", "told"),
    [
        ("accepted", None, "You are told when the decisions are announced."),
        ("rejected", None, "You are told when the decisions are announced."),
        ("accepted", timezone.now(), "Your submission is accepted."),
        ("waitlisted", timezone.now(), "Your submission is on the waitlist."),
        ("rejected", timezone.now(), "Your submission is not accepted."),
        ("withdrawn", None, "You have withdrawn your submission."),
    ],
)
def test_an_artist_is_told_of_their_own_submission_what_they_may_know(
    read, client_of, ada, ben, status, announced, told
):
    exhibition = new_exhibition(ada, status="announced" if announced else "jurying", announced_at=announced)
    new_submission(exhibition, ben, status=status)
    page = read(client_of(ben), at(exhibition))
    assert told in page.text
    assert ways(page, exhibition) == {"submission"}


def test_who_withdrew_can_submit_again_while_it_is_open(read, client_of, ada, ben):
    exhibition = new_exhibition(ada)
    new_submission(exhibition, ben, status="withdrawn")
    assert ways(read(client_of(ben), at(exhibition)), exhibition) == {"submission", "submit"}


def test_a_draft_is_its_organisers_alone(read, visitor, client_of, ada, mo):
    draft = new_exhibition(ada, status="draft")
    new_juror(draft, mo)
    page = read(client_of(ada), at(draft))
    assert "A draft: only you see this exhibition." in page.text
    assert page.meta("robots") == "noindex"
    assert not page.all("meta", property="og:title")
    absent = visitor.get("/exhibitions/00000000-0000-7000-8000-000000000000")
    for client in (visitor, client_of(mo)):
        answer = client.get(at(draft))
        assert answer.status_code == 404
    assert visitor.get(at(draft)).content.count(b"404") == absent.content.count(b"404")


def test_what_staff_withhold_is_its_organisers_alone_until_it_is_shown_again(read, visitor, client_of, ada):
    exhibition, judge = new_exhibition(ada), moderator()
    withhold_exhibition(exhibition=exhibition, by=judge, is_hidden=True)
    read(visitor, at(exhibition), status=404)
    assert "Withheld by the house: only you see this exhibition." in read(client_of(ada), at(exhibition)).text
    withhold_exhibition(exhibition=exhibition, by=judge, is_hidden=False)
    read(visitor, at(exhibition))


def test_it_goes_with_who_is_shut_out(visitor, ada, mo):
    exhibition = new_exhibition(ada)
    set_active(user=ada, is_active=False, by=mo)
    assert visitor.get(at(exhibition)).status_code == 404


def test_a_cover_is_shown_whole_at_its_head(read, visitor, ada, show):
    exhibition = new_exhibition(ada, cover=show(ada, visibility="private", alt_text="Ice on a pier"))
    page = read(visitor, at(exhibition))
    assert page.one("img")["alt"] == "Ice on a pier"
    assert "size=xlarge 2048w" in page.one("img")["srcset"]
    assert page.meta("og:image").startswith(f"http://testserver{at(exhibition).replace('/exh', '/api/exh')}/cover?")


def test_without_a_cover_the_first_work_stands_for_it_where_it_is_linked_to(read, visitor, ada, ben):
    exhibition, work = new_exhibition(ada, status="running"), new_work(ben)
    new_submission(exhibition, ben, work, status="accepted")
    assert f"/api/artworks/{work.pk}/thumbnail" in read(visitor, at(exhibition)).meta("og:image")


def test_markup_in_its_words_is_inert(read, visitor, ada):
    words = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    exhibition = new_exhibition(
        ada, title=words, description=words, location=words, requirements=words, mediums=[words]
    )
    page = read(visitor, at(exhibition))
    assert all(script["type"] == "application/ld+json" for script in page.all("script"))
    assert not page.all("img")
    assert words in page.text


@pytest.mark.parametrize("number", [1, 3, 30])
@pytest.mark.parametrize(("who", "queries"), [("visitor", 4), ("ben", 8)])
def test_it_costs_as_much_for_many_works(
    request, django_assert_num_queries, visitor, client_of, ada, ben, who, queries, number
):
    exhibition = new_exhibition(ada, status="running", exhibition_start=date(2026, 1, 1))
    new_submission(exhibition, ben, *[new_work(ben) for _ in range(number)], status="accepted")
    client = visitor if who == "visitor" else client_of(ben)
    with django_assert_num_queries(queries):
        client.get(at(exhibition))
