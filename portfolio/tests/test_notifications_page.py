"""The page of notifications, and the way from a line to what it is about."""

from uuid import uuid4

import pytest

from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from portfolio.finding import sheets
from social.actions.comments import write_comment
from social.actions.follows import set_follow
from social.actions.likes import set_like
from social.models import Notification


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def work(ada):
    return new_work(ada, "Dunes")


def lines(page) -> list[str]:
    return [line.text for line in page.all("p") if "what" in line.attributes.get("class", "").split()]


def like(work, *people):
    for each in people:
        set_like(artwork_id=work.pk, by=each, liked=True)


def test_each_line_says_who_did_what_and_leads_there(read, adas, work, ben, cyn):
    like(work, cyn, ben)
    page = read(adas, "/notifications")
    assert lines(page) == ["ben and 1 other liked “Dunes” (unread) just now"]
    line = Notification.objects.get()
    assert page.one("a", href=f"/notifications/{line.pk}").text.startswith("ben and 1 other")
    assert page.one("span", **{"class": "portrait initials"}).text == "B"


def test_opening_a_line_leads_on_and_reads_it_once(adas, work, ben):
    like(work, ben)
    line = Notification.objects.get()
    assert adas.head(f"/notifications/{line.pk}").status_code == 302
    assert Notification.objects.unread().exists()
    answer = adas.get(f"/notifications/{line.pk}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/artworks/{work.pk}")
    assert "no-store" in answer.headers["Cache-Control"]
    read_at = Notification.objects.get().read_at
    adas.get(f"/notifications/{line.pk}")
    assert Notification.objects.get().read_at == read_at


def test_a_line_about_a_comment_leads_to_the_comment(adas, work, ben):
    said = write_comment(artwork_id=work.pk, by=ben, comment_text="Fine.")
    answer = adas.get(f"/notifications/{Notification.objects.get().pk}")
    assert answer.headers["Location"] == f"/comments/{said.pk}"


def test_anothers_line_and_an_absent_one_are_not_found_and_stay_unread(client_of, adas, work, ben):
    like(work, ben)
    line = Notification.objects.get()
    assert client_of(ben).get(f"/notifications/{line.pk}").status_code == 404
    assert adas.get(f"/notifications/{uuid4()}").status_code == 404
    assert Notification.objects.unread().exists()


def test_all_are_read_by_one_button(read, adas, work, ben):
    like(work, ben)
    set_follow(artist_id=work.owner_id, by=ben, following=True)
    assert read(adas, "/notifications").one("form", action="/notifications/read")
    assert adas.post("/notifications/read").headers["Location"] == "/notifications"
    page = read(adas, "/notifications")
    assert not Notification.objects.unread().exists()
    assert not page.all("form", action="/notifications/read")
    assert not any("(unread)" in line for line in lines(page))


def test_reading_all_takes_a_post(adas, work, ben):
    like(work, ben)
    assert adas.get("/notifications/read").status_code == 405
    assert Notification.objects.unread().exists()


def test_the_unread_alone_can_be_asked_for(read, adas, work, ben):
    like(work, ben)
    adas.post("/notifications/read")
    set_follow(artist_id=work.owner_id, by=ben, following=True)
    assert lines(read(adas, "/notifications?show=unread")) == ["ben follows you (unread) just now"]
    adas.post("/notifications/read")
    assert "You have read everything." in read(adas, "/notifications?show=unread").text


def test_who_was_told_nothing_reads_what_will_stand_here(read, adas):
    page = read(adas, "/notifications")
    assert "Nothing has happened yet." in page.text
    assert not lines(page)


def test_further_pages_keep_what_was_asked_for(read, adas, ada, ben, monkeypatch):
    monkeypatch.setattr(sheets, "ON_A_SHEET", 2)
    for number in range(3):
        like(new_work(ada, f"Work {number}"), ben)
    page = read(adas, "/notifications?show=unread")
    onward = page.one("a", rel="next")["href"]
    assert onward == "/notifications?show=unread&page=2"
    assert [line.split(" (")[0] for line in lines(read(adas, onward))] == ["ben liked “Work 0”"]


def test_of_what_the_reader_may_no_longer_see_nothing_is_told(read, client_of, work, ada, ben, cyn):
    said = write_comment(artwork_id=work.pk, by=ben, comment_text="Fine.")
    write_comment(artwork_id=work.pk, by=cyn, comment_text="Indeed.", parent_id=said.pk)
    bens, line = client_of(ben), Notification.objects.get(recipient=ben)
    assert lines(read(bens, "/notifications"))
    change_artwork(artwork=work, by=ada, status="draft")
    page = read(bens, "/notifications")
    assert not lines(page)
    assert "Dunes" not in page.html
    assert bens.get(f"/notifications/{line.pk}").status_code == 404


@pytest.mark.parametrize("number", [1, 3, 20])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, ada, ben, number):
    for place in range(number):
        work = new_work(ada, f"Work {place}")
        like(work, ben)
        write_comment(artwork_id=work.pk, by=ben, comment_text="Fine.")
    adas.get("/notifications")
    with django_assert_num_queries(5):
        adas.get("/notifications")
