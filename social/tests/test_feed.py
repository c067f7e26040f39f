"""What a person's feed shows, in which order."""

import pytest

from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.follows import set_follow
from social.tests.feeds import cursor_of, feed, feed_titles


@pytest.fixture
def reader(ben, client_of):
    """ben's browser."""
    return client_of(ben)


def follow(person, *artists):
    for artist in artists:
        set_follow(artist_id=artist.pk, by=person, following=True)


def test_a_visitor_has_no_feed(visitor):
    answer = visitor.get("/api/feed")
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})


def test_new_works_of_followed_artists_come_first_the_newest_before_the_others(reader, ada, ben, cyn):
    follow(ben, ada)
    for owner, title in ((ada, "First"), (cyn, "Unfollowed"), (ada, "Second")):
        new_work(owner, title)
    told = feed(reader)
    assert [(row["artwork"]["title"], row["type"]) for row in told["results"]] == [
        ("Second", "new"), ("First", "new"), ("Unfollowed", "recommended"),
    ]  # fmt: skip
    assert told["results"][0]["reason"] == {"code": "followed", "text": "By ada, whom you follow"}
    assert (told["next"], told["previous"], "count" in told) == (None, None, False)


def test_a_work_is_told_as_in_lists(reader, ada, ben):
    follow(ben, ada)
    work = new_work(ada)
    assert feed(reader)["results"][0]["artwork"] == reader.get("/api/artworks").json()["results"][0]
    assert feed(reader)["results"][0]["artwork"]["id"] == str(work.pk)


def test_behind_every_fourth_new_work_stands_a_recommended_one(reader, ada, ben, cyn):
    follow(ben, ada)
    for number in range(10):
        new_work(ada, f"n{number}")
    for number in range(3):
        new_work(cyn, f"r{number}")
    whole = ["n9", "n8", "n7", "n6", "r2", "n5", "n4", "n3", "n2", "r1", "n1", "n0", "r0"]
    assert feed_titles(reader) == whole
    page, walked = feed(reader, page_size=3), []
    while True:
        walked += [row["artwork"]["title"] for row in page["results"]]
        if not page["next"]:
            break
        page = reader.get(page["next"]).json()
    assert walked == whole


def test_never_ones_own(reader, ben, ada):
    new_work(ben, "Own")
    new_work(ada, "Hers")
    assert feed_titles(reader) == ["Hers"]


def test_an_empty_site_has_an_empty_feed(reader):
    assert feed(reader) == {"next": None, "previous": None, "results": []}


def test_cursor_without_value_begins(reader, ada):
    new_work(ada)
    assert feed(reader, cursor="") == feed(reader)


@pytest.mark.parametrize("cursor", ["x", "WyJ4Il0:abc", "\x00", "é", "a" * 5000, "::", "null"])
def test_a_cursor_of_no_feed_is_refused(reader, cursor):
    answer = reader.get("/api/feed", {"cursor": cursor})
    assert (answer.status_code, codes(answer)) == (400, {"cursor": "invalid"})


def test_a_cursor_of_another_list_is_refused(reader, ada):
    for title in "ab":
        new_work(ada, title)
    other = cursor_of(reader.get("/api/artworks", {"cursor": "", "page_size": 1}).json())
    assert reader.get("/api/feed", {"cursor": other}).status_code == 400
    own = cursor_of(feed(reader, page_size=1))
    assert reader.get("/api/feed", {"cursor": own}).status_code == 200
    assert reader.get("/api/feed", {"cursor": own[:-1]}).status_code == 400


@pytest.mark.parametrize(("size", "status"), [("0", 400), ("-1", 400), ("x", 400), ("1", 200), ("1000", 200)])
def test_an_odd_page_size_is_refused_and_a_large_one_cut(reader, size, status):
    assert reader.get("/api/feed", {"page_size": size}).status_code == status
