"""What was opened through a link, and when: told to the album's owner."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from gallery.actions.shares import record_use
from gallery.models import AlbumShare, ShareUse
from gallery.tests.albums import add, follow, make, share
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg


@pytest.fixture
def picture(adas):
    return upload(adas, jpeg(40, 30), visibility="private")["id"]


@pytest.fixture
def album(adas, picture):
    told = make(adas)
    add(adas, told["id"], picture)
    return told["id"]


def history(client, album, told):
    answer = client.get(f"/api/albums/{album}/shares/{told['id']}/history")
    assert answer.status_code == 200
    return [(use["action"], use["viewer"], use["image_id"]) for use in answer.json()["results"]]


def look(client, picture, *, take=False):
    assert client.get(f"/api/images/{picture}{'/download' if take else ''}").status_code == 200


def test_opening_looking_and_taking_are_noted_newest_first(adas, visitor, album, picture):
    told = share(adas, album, link=True)
    follow(visitor, told)
    look(visitor, picture)
    look(visitor, picture, take=True)
    assert history(adas, album, told) == [("download", None, picture), ("view", None, picture), ("open", None, None)]


def test_a_person_is_named(adas, bens, album, picture):
    told = share(adas, album, link=True)
    follow(bens, told)
    look(bens, picture)
    assert history(adas, album, told) == [("view", "ben", picture), ("open", "ben", None)]


def test_looking_again_is_noted_after_half_an_hour(adas, visitor, album, picture):
    told = share(adas, album, link=True)
    follow(visitor, told)
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        for _ in range(3):
            look(visitor, picture)
            traveller.shift(timedelta(minutes=20))
    assert len(history(adas, album, told)) == 3


def test_who_sees_it_anyway_has_not_come_through_the_link(adas, bens, album, picture):
    told = share(adas, album, link=True)
    share(adas, album, username="ben")
    for client in (bens, adas):
        follow(client, told)
        look(client, picture)
        look(client, picture, take=True)
    assert [action for action, *_ in history(adas, album, told)] == ["open", "open"]


def test_of_two_links_it_was_the_one_opened_last(adas, visitor, album, picture):
    first, second = share(adas, album, link=True), share(adas, album, link=True)
    for told in (second, first, second):
        follow(visitor, told)
    look(visitor, picture)
    assert len(history(adas, album, first)) == 1
    assert history(adas, album, second)[0] == ("view", None, picture)


def test_a_picture_in_an_album_below_is_noted_too(adas, visitor, album, picture):
    above = make(adas, "Above")["id"]
    adas.patch(f"/api/albums/{album}", {"parent_id": above})
    told = share(adas, above, link=True, include_children=True)
    follow(visitor, told)
    look(visitor, picture)
    assert history(adas, above, told)[0] == ("view", None, picture)


def test_a_picture_that_goes_leaves_its_line(adas, visitor, album, picture):
    told = share(adas, album, link=True)
    follow(visitor, told)
    look(visitor, picture)
    adas.delete(f"/api/images/{picture}")
    assert history(adas, album, told)[0] == ("view", None, None)


def test_what_no_link_opens_any_more_is_not_noted(adas, ben, album, picture):
    link = share(adas, album, link=True)["id"]
    AlbumShare.objects.all().delete()
    record_use(image_id=picture, action="view", viewer=ben, links=[link])
    assert not ShareUse.objects.exists()


def test_a_share_that_is_revoked_takes_its_history_along(adas, visitor, album):
    told = share(adas, album, link=True)
    follow(visitor, told)
    adas.delete(f"/api/albums/{album}/shares/{told['id']}")
    assert not ShareUse.objects.exists()


def test_a_history_is_walked_by_page_and_by_cursor(adas, visitor, album):
    told = share(adas, album, link=True)
    for minutes in range(3):
        with time_machine.travel("2030-05-01T12:00:00Z", tick=False) as traveller:
            traveller.shift(timedelta(minutes=minutes))
            follow(visitor, told)
    url, seen = f"/api/albums/{album}/shares/{told['id']}/history?page_size=2&cursor=", []
    while url:
        page = adas.get(url).json()
        seen, url = seen + [use["at"] for use in page["results"]], page["next"]
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == 3


def test_who_was_given_a_share_is_noted_as_they_open_the_album(adas, bens, album):
    told = share(adas, album, username="ben")
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        for path in (f"/api/albums/{album}", f"/albums/{album}"):
            assert bens.get(path).status_code == 200
        assert history(adas, album, told) == [("open", "ben", None)]
        traveller.shift(timedelta(minutes=31))
        assert bens.get(f"/albums/{album}").status_code == 200
    assert len(history(adas, album, told)) == 2
    assert AlbumShare.objects.get().use_count == 2


def test_the_owners_own_visits_are_nobodys_business(adas, cyn, album):
    told = share(adas, album, username=cyn.username)
    assert adas.get(f"/api/albums/{album}").status_code == 200
    assert history(adas, album, told) == []
