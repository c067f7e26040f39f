"""Galleries in the studio: made, changed, hung and deleted."""

import pytest

from gallery.models import Artwork, Gallery
from gallery.tests.galleries import gallery_of
from gallery.tests.works import new_work
from portfolio.tests.sending import send

GALLERIES = "/studio/galleries"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def at(gallery, page: str = "") -> str:
    return f"{GALLERIES}/{gallery.pk}{page}"


def hung(gallery) -> list[str]:
    return list(gallery.artworks.order_by("hangings__position").values_list("title", flat=True))


def test_a_gallery_is_made_and_leads_to_where_works_are_hung(adas, ada):
    answer = send(adas, GALLERIES, {"name": "Coast", "visibility": "unlisted"})
    gallery = Gallery.objects.get()
    assert (gallery.owner, gallery.name, gallery.visibility) == (ada, "Coast", "unlisted")
    assert (answer.status_code, answer.headers["Location"]) == (303, at(gallery))


@pytest.mark.parametrize("said", [{"name": "", "visibility": "public"}, {"name": "x" * 201, "visibility": "public"}])
def test_a_gallery_without_a_fit_name_is_refused_beside_it(adas, said):
    answer = send(adas, GALLERIES, said)
    assert 'id="id_name_error"' in answer.content.decode()
    assert not Gallery.objects.exists()


def test_ones_own_galleries_are_listed_by_name(read, adas, ada, ben):
    for owner, name in ((ada, "Sea"), (ada, "Coast"), (ben, "Bens")):
        gallery_of(owner, name=name)
    assert [title.text for title in read(adas, GALLERIES).all("span", **{"class": "title"})] == ["Coast", "Sea"]


def test_what_is_said_of_it_is_changed_with_its_cover(adas, ada):
    dunes = new_work(ada, "Dunes")
    coast = gallery_of(ada, dunes)
    said = {
        "name": "Sea",
        "description": "Wide",
        "visibility": "private",
        "theme": "salon",
        "cover_artwork_id": str(dunes.pk),
    }
    assert send(adas, at(coast), said).status_code == 303
    now = Gallery.objects.get()
    assert (now.name, now.description, now.visibility, now.theme, now.cover_artwork) == (
        "Sea",
        "Wide",
        "private",
        "salon",
        dunes,
    )
    send(adas, at(coast), said | {"cover_artwork_id": ""})
    assert Gallery.objects.get().cover_artwork is None


def test_a_work_that_does_not_hang_there_is_no_cover(adas, ada):
    coast = gallery_of(ada)
    said = {"name": "Sea", "visibility": "public", "cover_artwork_id": str(new_work(ada).pk)}
    assert 'id="id_cover_artwork_id_error"' in send(adas, at(coast), said).content.decode()
    assert Gallery.objects.get().name == "Room"


def test_works_are_hung_taken_down_and_put_in_order_without_script(adas, ada):
    harbour, dunes, gale = (new_work(ada, title) for title in ("Harbour", "Dunes", "Gale"))
    coast = gallery_of(ada, harbour)
    for work in (dunes, gale):
        assert send(adas, at(coast, "/hang"), {"hang": str(work.pk)}).headers["Location"] == at(coast) + "#hung"
    assert hung(coast) == ["Harbour", "Dunes", "Gale"]
    send(adas, at(coast, "/hang"), {f"place-{gale.pk}": 1, f"place-{harbour.pk}": 3, f"place-{dunes.pk}": 2})
    assert hung(coast) == ["Gale", "Dunes", "Harbour"]
    send(adas, at(coast, "/hang"), {"take_down": str(dunes.pk), f"place-{gale.pk}": 9})
    assert hung(coast) == ["Gale", "Harbour"]
    assert send(adas, at(coast, "/hang"), {"take_down": str(dunes.pk)}).status_code == 404


def test_the_tray_holds_ones_works_that_do_not_hang_there_and_finds_them(read, adas, ada, ben):
    coast = gallery_of(ada, new_work(ada, "Harbour"))
    for owner, title in ((ada, "Dunes"), (ada, "Gale"), (ben, "Bens")):
        new_work(owner, title)

    def tray(query: str = "") -> list[str]:
        page = read(adas, at(coast) + query)
        return [each["data-name"] for each in page.all("li") if "data-name" in each.attributes]

    assert tray() == ["Harbour", "Gale", "Dunes"]
    assert tray("?search=gale") == ["Harbour", "Gale"]


def test_anothers_work_is_not_hung_and_it_is_said_so(read, adas, ada, ben):
    coast = gallery_of(ada)
    send(adas, at(coast, "/hang"), {"hang": str(new_work(ben).pk)})
    assert "There is no such work of yours." in read(adas, at(coast)).text
    assert hung(coast) == []


@pytest.mark.parametrize("part", ["", "/preview", "/delete"])
def test_anothers_gallery_is_not_there(client_of, ada, ben, part):
    assert client_of(ben).get(at(gallery_of(ada), part)).status_code == 404


def test_nobody_hangs_in_anothers_gallery(client_of, ada, ben):
    coast = gallery_of(ada)
    assert send(client_of(ben), at(coast, "/hang"), {"hang": str(new_work(ben).pk)}).status_code == 404


def test_deleting_asks_first_and_keeps_the_works(adas, ada):
    coast = gallery_of(ada, new_work(ada))
    assert "The works in it stay." in adas.get(at(coast, "/delete")).content.decode()
    assert send(adas, at(coast, "/delete")).headers["Location"] == GALLERIES
    assert (Gallery.objects.count(), Artwork.objects.count()) == (0, 1)


@pytest.mark.parametrize("number", [1, 3, 20])
def test_a_gallery_costs_the_same_queries_for_any_number_of_works(django_assert_num_queries, adas, ada, number):
    coast = gallery_of(ada, *(new_work(ada) for _ in range(number)))
    for _ in range(number):
        new_work(ada)
    adas.get(at(coast))
    with django_assert_num_queries(8):
        adas.get(at(coast))


@pytest.mark.parametrize("number", [1, 3, 20])
def test_the_list_costs_the_same_queries_for_any_number_of_galleries(django_assert_num_queries, adas, ada, number):
    for _ in range(number):
        gallery_of(ada, new_work(ada))
    adas.get(GALLERIES)
    with django_assert_num_queries(5):
        adas.get(GALLERIES)
