"""Which works are listed, to whom, page by page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.models import Gallery, GalleryArtwork
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work, work_titles, works_listed

HIDDEN = {
    "a draft": lambda: {"status": "draft"},
    "a scheduled work": lambda: {"status": "scheduled", "published_at": timezone.now() + timedelta(hours=1)},
    "a private work": lambda: {"availability_status": "private"},
}


def hang(owner, work, visibility):
    room = Gallery.objects.create(owner=owner, name=f"A {visibility} room", slug=visibility, visibility=visibility)
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    return room


def test_everyone_is_told_of_published_works_the_newest_first(ada, ben, bens, visitor):
    new_work(ada, "Harbour")
    new_work(ben, "Forest")
    assert work_titles(visitor) == work_titles(bens) == ["Forest", "Harbour"]


@pytest.mark.parametrize("what", HIDDEN)
def test_a_hidden_work_is_listed_to_its_artist_alone(ada, adas, bens, visitor, mo, client_of, what):
    new_work(ada, "Secret", **HIDDEN[what]())
    assert work_titles(adas) == ["Secret"]
    assert [work_titles(client) for client in (bens, visitor, client_of(mo))] == [[], [], []]


@pytest.mark.parametrize("what", HIDDEN)
@pytest.mark.parametrize("query", ["", "?cursor=", "?artist=ada&ordering=popularity", "?tags=sea", "?medium=oil"])
def test_a_hidden_work_changes_no_byte_of_what_others_are_told(ada, bens, visitor, what, query):
    shown = new_image(ada, visibility="private")
    work = new_work(ada, images=(shown,), tags=["sea"], medium="Oil")
    addresses = [f"/api/artworks{query}", f"/api/artworks/{work.pk}"]
    for client in (visitor, bens):
        client.get(addresses[1])  # what counts a look counts it now
    before = [client.get(address).content for client in (visitor, bens) for address in addresses]
    hidden = new_work(ada, "Secret", images=(shown,), tags=["sea", "night"], medium="oil", **HIDDEN[what]())
    hang(ada, hidden, "public")
    hang(ada, work, "private")
    assert [client.get(address).content for client in (visitor, bens) for address in addresses] == before


@pytest.mark.parametrize(("visibility", "told"), [("public", 1), ("unlisted", 0), ("private", 0)])
def test_the_galleries_it_hangs_in_are_told_as_far_as_they_are_listed(ada, adas, visitor, visibility, told):
    room = hang(ada, new_work(ada), visibility)
    own = {"id": str(room.pk), "name": room.name, "slug": room.slug}
    assert works_listed(adas)[0]["galleries"] == [own]
    assert works_listed(visitor)[0]["galleries"] == [own][:told]


def test_works_are_paged_and_counted(ada, visitor):
    for number in range(5):
        new_work(ada, f"{number}")
    first = visitor.get("/api/artworks", {"page_size": 2}).json()
    last = visitor.get(first["next"].replace("page=2", "page=3")).json()
    assert (first["count"], first["previous"], last["next"]) == (5, None, None)
    assert [work["title"] for work in last["results"]] == ["0"]
    assert visitor.get("/api/artworks?page=9").status_code == 404


@pytest.mark.parametrize("ordering", ["-date", "date", "-popularity", "price", "-price", "title", "-title"])
def test_a_walk_by_cursor_meets_each_work_once_there_and_back(ada, visitor, ordering):
    for number in range(7):
        new_work(ada, f"{number}", **({"price": number, "currency": "EUR"} if number % 2 else {}))
    whole = work_titles(visitor, ordering=ordering)
    page, walked = visitor.get("/api/artworks", {"cursor": "", "page_size": 3, "ordering": ordering}).json(), []
    while page["next"]:
        walked += page["results"]
        page = visitor.get(page["next"]).json()
    walked += page["results"]
    assert [work["title"] for work in walked] == whole
    back = visitor.get(page["previous"]).json()["results"]
    assert [work["title"] for work in back] == whole[3:6]


def test_a_cursor_of_another_order_is_refused(ada, visitor):
    for _ in range(2):
        new_work(ada)
    following = visitor.get("/api/artworks?cursor=&page_size=1").json()["next"]
    answer = visitor.get(f"{following}&ordering=title")
    assert (answer.status_code, codes(answer)) == (400, {"cursor": "invalid"})
