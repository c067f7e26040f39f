"""How often works and galleries were looked at: each viewer once in half an hour, their artist never; and who looked."""

import pytest
import time_machine

from accounts.models import Statistics
from gallery.actions.access import Viewer
from gallery.actions.visits import record_visit
from gallery.models import Artwork, Gallery, Visit
from gallery.tests.library import NOON, codes
from gallery.tests.works import new_work, works_listed


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def url(work):
    return f"/api/artworks/{work.pk}"


def at(minutes):
    return time_machine.travel(NOON.timestamp() + minutes * 60, tick=False)


def counted():
    work = Artwork.objects.get()
    assert work.view_count == work.popularity == Visit.objects.count()
    return work.view_count


def test_a_look_counts_and_the_answer_counts_it_already(bens, url):
    assert bens.get(url).json()["view_count"] == 1


def test_the_same_person_counts_again_after_half_an_hour(ben, work):
    for minutes, count in ((0, 1), (1, 1), (29.9, 1), (30.1, 2), (59, 2), (60.2, 3)):
        with at(minutes):
            record_visit(artwork=work, viewer=Viewer(ben))
        assert counted() == count


def test_each_person_counts_for_themselves(bens, cyn, client_of, visitor, url):
    for client in (bens, client_of(cyn), visitor, bens, client_of(cyn), visitor):
        client.get(url)
    assert counted() == 3


def test_visitors_are_told_apart_by_address_and_browser(visitor, url):
    for address, browser in (("192.0.2.1", "A"), ("192.0.2.1", "B"), ("192.0.2.2", "A"), ("192.0.2.1", "A")):
        visitor.get(url, headers={"User-Agent": browser}, REMOTE_ADDR=address)
    assert counted() == 3


def test_its_artist_never_counts(adas, url):
    adas.get(url)
    assert counted() == 0


def test_asking_for_the_head_alone_is_no_look(bens, url):
    assert bens.head(url).status_code == 200
    assert bens.options(url).status_code == 200
    assert counted() == 0


def test_a_list_is_no_look(bens, url):
    works_listed(bens)
    assert counted() == 0


def test_what_is_not_seen_is_not_counted(bens, url):
    Artwork.objects.update(status="draft", is_public=False)
    assert bens.get(url).status_code == 404
    assert counted() == 0


def test_a_look_is_no_change(bens, work, url):
    before = Artwork.objects.get().updated_at
    bens.get(url)
    assert Artwork.objects.get().updated_at == before


def test_the_artists_statistics_count_works_and_galleries(ada, ben, adas, work):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    assert record_visit(gallery=room, viewer=Viewer(ben))
    assert record_visit(artwork=work, viewer=Viewer(ben))
    assert not record_visit(gallery=room, viewer=Viewer(ben))
    assert not record_visit(gallery=room, viewer=Viewer(ada))
    assert Gallery.objects.get().view_count == 1
    assert adas.get("/api/auth/user").json()["statistics"]["total_views"] == 2


def test_what_went_meanwhile_is_not_counted(ada, ben, work):
    Artwork.objects.filter(pk=work.pk).delete()
    assert not record_visit(artwork=work, viewer=Viewer(ben))
    assert (Visit.objects.count(), Statistics.objects.get(pk=ada.pk).view_count) == (0, 0)


def test_a_visit_is_of_one_thing(ada, ben, work):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    for things in ({}, {"artwork": work, "gallery": room}):
        with pytest.raises(ValueError, match="a work or of a gallery"):
            record_visit(viewer=Viewer(ben), **things)


@pytest.mark.django_db(transaction=True)
def test_looks_at_once_are_counted_exactly(ada, ben, cyn, work, at_once):
    def look(index):
        return record_visit(artwork=work, viewer=Viewer((ben, cyn)[index % 2]))

    assert sorted(at_once(8, look)) == [False] * 6 + [True] * 2
    assert counted() == 2
    assert Statistics.objects.get(pk=ada.pk).view_count == 2


def test_its_artist_is_told_who_looked_the_newest_first(adas, bens, visitor, url):
    with at(0):
        bens.get(url, headers={"Referer": "https://example.org/blog"})
    visitor.get(url)
    newest, oldest = adas.get(f"{url}/history").json()["results"]
    assert (newest["action"], newest["viewer"], newest["referrer"]) == ("view", None, "")
    assert oldest == {
        "at": "2024-05-17T12:00:00Z", "action": "view", "viewer": "ben", "referrer": "https://example.org/blog"
    }  # fmt: skip
    assert adas.get(f"{url}/history?ordering=date").json()["results"] == [oldest, newest]


def test_the_history_tells_no_address_and_no_browser(adas, visitor, url):
    visitor.get(url, headers={"User-Agent": "Rare Browser 7", "Referer": "x" * 5000}, REMOTE_ADDR="192.0.2.77")
    told = adas.get(f"{url}/history")
    for text in (told.content.decode(), str(list(Visit.objects.values()))):
        assert "192.0.2.77" not in text
        assert "Rare Browser" not in text
    assert len(told.json()["results"][0]["referrer"]) == 500


def test_the_history_is_paged_and_walked_by_cursor(adas, work, url):
    Visit.objects.bulk_create(Visit(artwork=work, at=NOON, viewer_key=str(number)) for number in range(30))
    answer = adas.get(f"{url}/history").json()
    assert (answer["count"], len(answer["results"])) == (30, 24)
    walked = adas.get(f"{url}/history?cursor=&page_size=20").json()
    assert len(adas.get(walked["next"]).json()["results"]) == 10


def test_the_history_is_for_its_artist_alone(bens, mo, client_of, visitor, url):
    assert [client.get(f"{url}/history").status_code for client in (bens, client_of(mo))] == [403, 403]
    answer = visitor.get(f"{url}/history")
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})
