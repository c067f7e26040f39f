"""The page of the feed."""

import pytest

from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from portfolio.views import my_feed
from social.actions.blocks import set_block
from social.actions.follows import set_follow


@pytest.fixture
def bens(client_of, ben, ada):
    """Ben, who follows ada, in a browser."""
    set_follow(artist_id=ada.pk, by=ben, following=True)
    return client_of(ben)


def entries(page) -> list[str]:
    return [item.text for item in page.all("li", **{"class": "entry"})]


def test_new_works_of_the_followed_stand_first_with_their_artist_and_why(read, bens, ada, cyn):
    new_work(cyn, "Pier")
    new_work(ada, "Dunes")
    page = read(bens, "/feed")
    assert entries(page) == ["Dunes ada New, by someone you follow", "Pier cyn New here"]
    assert page.one("h1").text == "Your feed"
    assert {link["href"] for link in page.all("a")} >= {"/@ada", "/@cyn"}


def test_who_follows_nobody_is_shown_what_others_like_and_where_to_find_artists(read, client_of, ben, ada):
    new_work(ada, "Dunes")
    page = read(client_of(ben), "/feed")
    assert "You follow nobody yet" in page.text
    assert len(entries(page)) == 1


def test_an_empty_feed_leads_on(read, client_of, ben):
    page = read(client_of(ben), "/feed")
    assert not page.all("ol", **{"class": "stream"})
    ways = {link["href"] for link in page.all("a", **{"class": "button"})}
    assert ways == {"/artists"}
    assert page.one("a", href="/explore", **{"class": "button quiet"})


def test_a_link_leads_on_until_the_end_and_nothing_stands_twice(read, bens, ada, monkeypatch):
    monkeypatch.setattr(my_feed, "ON_A_PAGE", 2)
    for number in range(5):
        new_work(ada, f"Work {number}")
    seen, page = [], read(bens, "/feed")
    for _ in range(2):
        seen += entries(page)
        page = read(bens, page.one("a", rel="next")["href"])
    seen += entries(page)
    assert [text.split(" ada")[0] for text in seen] == [f"Work {number}" for number in (4, 3, 2, 1, 0)]
    assert not page.all("a", rel="next")
    assert "That is all for now." in page.text


def test_what_is_no_cursor_is_not_found(bens):
    assert bens.get("/feed?cursor=x").status_code == 404


def test_a_mature_work_is_veiled(read, bens, ada):
    new_work(ada, "Dunes", is_mature=True)
    page = read(bens, "/feed")
    assert not page.all("img")
    assert "Mature content" in page.text


def test_what_is_hidden_and_whom_one_blocks_leave_no_trace(read, bens, ada, ben, cyn):
    draft, work = new_work(ada, "Draft", status="draft"), new_work(ada, "Dunes")
    new_work(cyn, "Pier")
    assert str(draft.pk) not in read(bens, "/feed").html
    change_artwork(artwork=work, by=ada, status="draft")
    set_block(artist_id=cyn.pk, by=ben, blocked=True)
    page = read(bens, "/feed")
    assert not entries(page)
    assert "Dunes" not in page.html
    assert "Pier" not in page.html


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_costs_nine_queries_whatever_stands_in_it(django_assert_num_queries, bens, ada, cyn, number):
    for owner in (ada, cyn):
        for place in range(number):
            new_work(owner, f"Work {place}")
    bens.get("/feed")
    with django_assert_num_queries(9):
        bens.get("/feed")
