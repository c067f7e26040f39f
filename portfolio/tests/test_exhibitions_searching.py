"""Exhibitions as search finds them, from the moment of each change on."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.actions import delete_account, set_active
from gallery.models import SearchEntry
from portfolio.actions.exhibitions import change_exhibition, create_exhibition, delete_exhibition
from portfolio.actions.withholding import withhold_exhibition
from portfolio.tests.artists import change
from portfolio.tests.entries import new_exhibition
from social.tests.moderation import moderator


def found(client, query="salt", **given):
    answer = client.get("/api/search", {"query": query, "type": "exhibition", **given})
    assert answer.status_code == 200, answer.content
    return [result["item"]["title"] for result in answer.json()["results"]]


def call(ada, **facts):
    given = {"title": "Salt and Light", "submission_deadline": timezone.now() + timedelta(days=9), "status": "open"}
    return create_exhibition(by=ada, **given | facts)


@pytest.mark.parametrize(
    "query",
    ["salt", "title:light", "winter", "description:winter", "bergen", "location:bergen", "ada", "artist:ada", "sal*"],
)
def test_one_is_found_by_its_name_its_words_its_place_and_its_organiser(ada, visitor, query):
    call(ada, description="Made in winter.", location="Bergen")
    assert found(visitor, query) == ["Salt and Light"]


@pytest.mark.parametrize(("query", "titles"), [("after:2027-05", ["Salt and Light"]), ("before:2027-05", [])])
def test_one_is_found_by_its_first_day(ada, visitor, query, titles):
    call(ada, exhibition_start=date(2027, 5, 2), submission_deadline=timezone.now() + timedelta(days=1))
    assert found(visitor, query) == titles


def test_it_is_told_as_in_its_own_list_with_the_words_marked(ada, visitor):
    exhibition = call(ada)
    answer = visitor.get("/api/search", {"query": "salt"}).json()
    (result,) = answer["results"]
    assert (result["type"], result["highlight"]) == ("exhibition", "<mark>Salt</mark> and Light")
    assert result["item"] == visitor.get("/api/exhibitions").json()["results"][0]
    assert result["item"]["id"] == str(exhibition.pk)
    assert answer["facets"]["type"] == {"exhibition": 1}


def test_a_draft_is_found_by_its_organiser_alone_until_it_opens(ada, visitor, client_of, mo):
    draft = call(ada, status="draft")
    assert (found(visitor), found(client_of(mo)), found(client_of(ada))) == ([], [], ["Salt and Light"])
    draft = change_exhibition(exhibition=draft, by=ada, status="open")
    assert found(visitor) == ["Salt and Light"]


def test_what_changes_is_found_by_its_new_words_at_once(ada, visitor):
    change_exhibition(exhibition=call(ada), by=ada, title="Chalk")
    assert (found(visitor, "salt"), found(visitor, "chalk")) == ([], ["Chalk"])


def test_a_draft_that_is_deleted_or_given_up_is_gone(ada, client_of, visitor):
    delete_exhibition(exhibition=call(ada, status="draft"), by=ada)
    assert not SearchEntry.objects.filter(kind="exhibition").exists()
    change_exhibition(exhibition=call(ada, status="draft"), by=ada, status="cancelled")
    assert (found(visitor), found(client_of(ada))) == ([], ["Salt and Light"])


def test_what_was_open_and_is_cancelled_is_still_found(ada, visitor):
    change_exhibition(exhibition=call(ada), by=ada, status="cancelled")
    assert found(visitor) == ["Salt and Light"]


def test_what_is_withheld_is_found_by_its_organiser_alone_until_it_is_shown_again(ada, visitor, client_of):
    exhibition, judge = call(ada), moderator()
    withhold_exhibition(exhibition=exhibition, by=judge, is_hidden=True)
    assert (found(visitor), found(client_of(ada))) == ([], ["Salt and Light"])
    withhold_exhibition(exhibition=exhibition, by=judge, is_hidden=False)
    assert found(visitor) == ["Salt and Light"]


def test_it_goes_and_comes_back_with_its_organiser(ada, mo, visitor):
    call(ada)
    set_active(user=ada, is_active=False, by=mo)
    assert found(visitor) == []
    assert not SearchEntry.objects.filter(kind="exhibition", marks__contains="open").exists()
    set_active(user=ada, is_active=True, by=mo)
    assert found(visitor) == ["Salt and Light"]


def test_it_follows_the_name_of_its_organiser_and_leaves_with_them(ada, client_of, visitor):
    call(ada)
    change(client_of(ada), artist_name="Brand")
    assert found(visitor, "artist:brand") == ["Salt and Light"]
    delete_account(user=ada, by=ada)
    assert not SearchEntry.objects.exists()


def test_what_the_index_lacks_is_written_by_rebuilding_it(ada, visitor, capsys):
    new_exhibition(ada)
    assert found(visitor) == []
    call_command("rebuild_search")
    assert found(visitor) == ["Salt and Light"]


def test_the_page_shows_them_among_the_rest_and_by_themselves(read, ada, visitor):
    exhibition = call(ada)
    for address in ("/search?query=salt", "/search?query=salt&type=exhibition"):
        page = read(visitor, address)
        assert page.one("a", href=f"/exhibitions/{exhibition.pk}").text == "Salt and Light"
        assert page.one("p", **{"class": "kind"}).text == "Exhibition"
        assert page.one("p", **{"class": "who"}).text == "ada"


def test_a_cover_stands_beside_what_was_found(read, ada, visitor, show):
    exhibition = call(ada, cover_image_id=show(ada).pk)
    (image,) = read(visitor, "/search?query=salt&type=exhibition").all("img")
    assert image["src"].startswith(f"/api/exhibitions/{exhibition.pk}/cover?")


@pytest.mark.parametrize("number", [1, 3])
def test_finding_more_costs_no_more_queries(django_assert_max_num_queries, ada, visitor, number):
    for each in range(number):
        call(ada, title=f"Salt {each}")
    with django_assert_max_num_queries(4):
        found(visitor)
