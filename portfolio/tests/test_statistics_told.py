"""`GET statistics`: the days that are over and today, of all or of one work, for the artist alone."""

import csv
from datetime import date
from io import StringIO

import pytest
import time_machine

from gallery.models import Gallery
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work
from portfolio.figures.gathering import gather
from portfolio.tests.looking import TODAY, ago, download, follow, like, look

ROUTE = "/api/statistics"
NOTHING = {"views": 0, "visitors": 0, "downloads": 0, "likes": 0, "followers": 0}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour")


def told(client, **asked):
    answer = client.get(ROUTE, asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def lines(client, **asked):
    return list(csv.reader(StringIO(client.get(f"{ROUTE}/csv", asked).content.decode("utf-8-sig"))))


def test_every_day_is_told_with_the_totals_and_those_before(adas, ada, ben, work):
    for days in (0, 0, 2, 6, 7, 13, 14):
        look(work, ago(days))
    like(ben, work, ago(8))
    follow(ben, ada, ago(1))
    list(gather())
    statistics = told(adas, days=7)
    assert (statistics["since"], statistics["until"]) == ("2026-05-11", "2026-05-17")
    assert [day["views"] for day in statistics["by_day"]] == [1, 0, 0, 0, 1, 0, 2]
    assert statistics["by_day"][1] == {"day": "2026-05-12", **NOTHING}
    assert statistics["totals"] == NOTHING | {"views": 4, "visitors": 4, "followers": 1}
    assert statistics["before"] == NOTHING | {"views": 2, "visitors": 2, "likes": 1}


def test_it_is_the_same_whether_days_are_gathered_yet_or_not(adas, ben, work):
    room = Gallery.objects.create(owner=work.owner, name="Room", slug="room")
    for days in (0, 1):
        look(work, ago(days), referrer="https://example.org/")
        look(room, ago(days))
    like(ben, work, ago(1))
    before = told(adas, days=7)
    assert len(list(gather())) == 1
    assert told(adas, days=7) == before


def test_works_come_by_views_and_those_that_are_gone_together_at_the_end(adas, ada, work):
    other, gone, gone_too = (new_work(ada, title) for title in ("Pier", "Gone", "Gone too"))
    for thing, number in ((work, 1), (other, 2), (gone, 3), (gone_too, 4)):
        for _ in range(number):
            look(thing, ago(1))
    list(gather())
    for each in (gone, gone_too):
        each.delete()
    rows = told(adas)["by_work"]
    assert [(row["artwork"] and row["artwork"]["title"], row["views"]) for row in rows] == [
        ("Pier", 2), ("Harbour", 1), (None, 7)
    ]  # fmt: skip
    assert rows[0]["artwork"]["url"] == f"http://testserver/artworks/{other.pk}"
    assert rows[0]["artwork"]["thumbnails"]["small"]["url"]
    assert told(adas)["totals"]["views"] == 10


def test_galleries_are_told_beside(adas, ada):
    look(Gallery.objects.create(owner=ada, name="Room", slug="room"))
    (row,) = told(adas)["by_gallery"]
    assert (row["gallery"]["url"], row["views"]) == ("http://testserver/@ada/galleries/room", 1)


def test_one_work_is_told_alone(adas, ada, work):
    look(work, ago(1), referrer="https://example.org/")
    look(new_work(ada), referrer="https://elsewhere.example/")
    download(work.images.get().file)
    list(gather())
    statistics = told(adas, artwork=work.pk)
    assert statistics["totals"] == NOTHING | {"views": 1, "visitors": 1, "downloads": 1}
    assert [row["artwork"]["title"] for row in statistics["by_work"]] == ["Harbour"]
    assert statistics["referrers"] == [{"host": "example.org", "kind": "site", "views": 1}]


def test_from_where_is_told_by_its_kind_most_first(adas, work):
    for referrer in ("https://a.example/1", "https://a.example/2", "", "http://testserver/", "", ""):
        look(work, referrer=referrer)
    assert [tuple(row.values()) for row in told(adas)["referrers"]] == [
        ("", "direct", 3), ("a.example", "site", 2), ("", "internal", 1)
    ]  # fmt: skip


def test_each_artist_is_told_of_their_own(adas, ben, client_of, work):
    look(work)
    statistics = told(client_of(ben))
    assert (statistics["totals"], statistics["by_work"], statistics["referrers"]) == (NOTHING, [], [])


@pytest.mark.parametrize(
    ("asked", "attr"), [({"days": "31"}, "days"), ({"days": "x"}, "days"), ({"artwork": "x"}, "artwork")]
)
def test_what_is_asked_wrongly_is_told(adas, asked, attr):
    for route in (ROUTE, f"{ROUTE}/csv"):
        answer = adas.get(route, asked)
        assert (answer.status_code, list(codes(answer))) == (400, [attr])


def test_works_of_others_are_as_if_they_were_not(client_of, ben, work):
    there, not_there = (client_of(ben).get(ROUTE, {"artwork": pk}) for pk in (work.pk, ben.pk))
    assert there.status_code == not_there.status_code == 400
    assert codes(there) == codes(not_there) == {"artwork": "does_not_exist"}


@pytest.mark.parametrize("route", [ROUTE, f"{ROUTE}/csv"])
def test_visitors_are_sent_to_sign_in(visitor, route):
    answer = visitor.get(route)
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})


def test_the_table_of_days_is_a_file(adas, work):
    look(work)
    answer = adas.get(f"{ROUTE}/csv", {"days": 7})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="days-2026-05-11-2026-05-17.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    heading, *days = lines(adas, days=7)
    assert heading == ["Day", "Views", "Visitors", "Downloads", "Likes", "New followers"]
    assert (len(days), days[-1]) == (7, ["2026-05-17", "1", "1", "0", "0", "0"])


def test_no_title_and_no_site_becomes_a_formula(adas, ada):
    work = new_work(ada, "=1+1")
    look(work, referrer="https://-2.example/")
    assert lines(adas, of="works")[1][:2] == ["'=1+1", f"http://testserver/artworks/{work.pk}"]
    assert lines(adas, of="referrers")[1:] == [["another site", "'-2.example", "1"]]


def test_galleries_and_what_is_gone_have_lines_too(adas, ada):
    rooms = [Gallery.objects.create(owner=ada, name=name, slug=name) for name in ("kept", "gone")]
    for room in rooms:
        look(room, ago(1))
    list(gather())
    rooms[1].delete()
    table = lines(adas, of="galleries")
    assert [row[0] for row in table] == ["Gallery", "kept", "Galleries that are gone"]


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_costs_the_same_queries_for_any_number_of_works_and_days(django_assert_num_queries, adas, ada, number):
    for work in [new_work(ada) for _ in range(number)]:
        for days in range(number):
            look(work, ago(days + 1), referrer=f"https://{days}.example")
    list(gather())
    with django_assert_num_queries(30):
        assert len(told(adas)["by_work"]) == number


def test_a_picture_counts_for_its_artist_alone(adas, ada):
    look(new_image(ada).file)
    statistics = told(adas)
    assert (statistics["totals"]["views"], statistics["by_work"]) == (1, [])
    assert statistics["by_day"][-1]["day"] == date(2026, 5, 17).isoformat()
