"""One's own pictures, narrowed and looked through."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.tests.batches import new_album, share
from gallery.tests.library import NOON, new_image
from gallery.tests.works import new_work

LIBRARY = "/studio/library"


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def names(client, **query) -> list[str]:
    answer = client.get(LIBRARY, query)
    assert answer.status_code == 200, answer.content
    return [tile.name for tile in answer.context["tiles"]]


def test_a_visitor_signs_in_first_and_comes_back(visitor):
    assert visitor.get(LIBRARY + "?search=sea").headers["Location"] == "/login?next=/studio/library%3Fsearch%3Dsea"


def test_it_shows_all_of_ones_own_and_nothing_of_others(adas, ada, ben):
    new_image(ada, "Mine", visibility="private")
    bens = new_image(ben, "Of ben")
    new_album(ada, bens, name="Ours")
    assert names(adas) == ["Mine"]
    assert names(adas, user="ben") == ["Mine"]


def test_an_empty_library_leads_to_uploading(adas):
    assert "Upload some" in adas.get(LIBRARY).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"search": "harbour"}, ["Harbour"]),
        ({"search": "dsc 42"}, ["Harbour"]),
        ({"search": "jpg", "tags": "sea"}, ["Dunes"]),
        ({"tags": "sea"}, ["Dunes"]),
        ({"visibility": "private"}, ["Harbour"]),
        ({"camera": "Ateliercam Mark"}, ["Dunes"]),
        ({"without": "album"}, ["Harbour"]),
        ({"without": "work"}, ["Dunes"]),
        ({"without": "tags"}, ["Harbour"]),
        ({"without": "alt_text"}, ["Dunes"]),
        ({"taken_from": "2024-01-01"}, ["Dunes"]),
        ({"ordering": "name"}, ["Dunes", "Harbour"]),
        ({"ordering": "-taken"}, ["Dunes", "Harbour"]),
        ({"ordering": "taken"}, ["Dunes", "Harbour"]),
    ],
)
def test_it_is_narrowed_and_ordered_as_the_address_says(adas, ada, query, found):
    dunes = new_image(ada, "Dunes", tags=("sea",), camera_make="Ateliercam", camera_model="Mark I", date_taken=NOON)
    harbour = new_image(ada, "Harbour", visibility="private", alt_text="Boats.", original_filename="DSC_0042.jpg")
    new_album(ada, dunes)
    new_work(ada, images=[harbour])
    assert names(adas, **query) == found


def test_it_is_narrowed_to_an_album(adas, ada):
    new_image(ada, "Outside")
    album = new_album(ada, new_image(ada, "Inside"))
    assert names(adas, album=str(album.pk)) == ["Inside"]


@pytest.mark.parametrize("query", ["taken_from=once", "album=that", "ordering=best", "color=seven", "without=hope"])
def test_what_cannot_be_read_is_said_beside_its_field_and_narrows_nothing(adas, ada, query):
    new_image(ada, "Mine")
    answer = adas.get(f"{LIBRARY}?{query}")
    assert answer.status_code == 400
    assert answer.context["form"].errors.keys() == {query.partition("=")[0]}
    assert len(answer.context["tiles"]) == 1


@pytest.mark.parametrize("text", ["\0", "%00sea", "'", "<b>", "((", "x" * 500])
def test_no_search_is_an_error(adas, text):
    assert adas.get(LIBRARY, {"search": text}).status_code == 200


def test_the_view_that_was_chosen_last_is_remembered(adas, ada):
    new_image(ada)
    assert "<table" not in adas.get(LIBRARY).content.decode()
    assert "<table" in adas.get(LIBRARY, {"view": "list"}).content.decode()
    assert "<table" in adas.get(LIBRARY).content.decode()


def test_marks_tell_what_one_wants_to_know(adas, ada):
    twins = [
        new_image(ada, f"Twin {number}", visibility="private", processing="failed", perceptual_hash="f0f0a5a5c3c39669")
        for number in range(2)
    ]
    new_work(ada, images=[twins[0]])
    tiles = {tile.name: tile for tile in adas.get(LIBRARY).context["tiles"]}
    page = adas.get(LIBRARY).content.decode()
    assert (tiles["Twin 0"].works, tiles["Twin 1"].works) == (1, 0)
    assert all(tile.is_alike for tile in tiles.values())
    for words in ("Private", "In 1 work", "Looks like another", "Its copies failed"):
        assert words in page


def test_many_are_on_pages_of_sixty(adas, ada):
    for number in range(61):
        new_image(ada, f"Picture {number:02}")
    first = adas.get(LIBRARY, {"ordering": "name"})
    assert len(first.context["tiles"]) == 60
    assert "61 pictures" in first.content.decode()
    assert names(adas, ordering="name", page="2") == ["Picture 60"]


def test_the_ids_of_all_that_match_are_told_for_script(adas, ada, ben):
    sea, other = new_image(ada, "Sea", tags=("sea",)), new_image(ada, "Other")
    new_image(ben, tags=("sea",))
    new_work(ada, images=[sea])
    told = adas.get(f"{LIBRARY}/ids", {"tags": "sea"}).json()
    assert told == {"ids": [str(sea.pk)], "shown": [str(sea.pk)], "is_all": True}
    assert set(adas.get(f"{LIBRARY}/ids").json()["ids"]) == {str(sea.pk), str(other.pk)}
    assert adas.get(f"{LIBRARY}/ids", {"album": "x"}).status_code == 400


def test_albums_of_others_that_one_may_add_to_are_offered_behind_ones_own(adas, ada, ben):
    top = new_album(ada, name="Zoo")
    new_album(ada, name="Apes", parent=top)
    share(new_album(ben, name="Ours"), ada, can_contribute=True)
    new_album(ben, name="Closed")
    assert [album.label for album in adas.get(LIBRARY).context["albums"]] == ["Zoo", "Zoo / Apes", "Ours, of ben"]


def test_markup_in_names_is_inert(adas, ada):
    new_image(ada, "<script>alert(1)</script>", tags=("<b>",))
    for view in ("grid", "list"):
        assert "<script>alert" not in adas.get(LIBRARY, {"view": view}).content.decode()


def test_it_costs_as_many_queries_for_any_number_of_pictures(adas, ada):
    costs = set()
    for number in (1, 2, 57):
        for _ in range(number):
            new_image(ada, tags=("sea", "light"))
        adas.get(LIBRARY, {"view": "list"})
        with CaptureQueriesContext(connection) as queries:
            adas.get(LIBRARY)
        costs.add(len(queries))
    assert len(costs) == 1
    assert costs.pop() <= 14
