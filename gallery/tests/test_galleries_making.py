"""Galleries: made and told."""

import pytest
from drf_spectacular.generators import SchemaGenerator

from accounts.models import Statistics
from gallery.models import Gallery
from gallery.tests.galleries import NOWHERE, gallery_of, make, told
from gallery.tests.library import codes
from gallery.tests.works import new_work


def test_a_gallery_is_told_when_it_is_made(ada, adas):
    room = make(adas, "Sea pieces", description="All of it.", theme="white-cube_2")
    artist = {"id": str(ada.pk), "username": "ada", "artist_name": "ada", "url": "http://testserver/@ada"}
    assert room == {
        "id": room["id"], "artist": artist, "name": "Sea pieces", "slug": "sea-pieces", "description": "All of it.",
        "theme": "white-cube_2", "visibility": "public", "cover_artwork_id": None, "cover": None,
        "is_cover_mature": False, "is_hidden": False, "artwork_count": 0,
        "view_count": 0, "previews": [], "created_at": room["created_at"], "updated_at": room["updated_at"],
        "url": "http://testserver/@ada/galleries/sea-pieces",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Sea & Sky", "sea-sky"),
        ("Été à Łódź", "été-à-łódź"),
        ("海の絵", "海の絵"),
        ("  Late__works ", "late__works"),
        ("!?", "gallery"),
        ("🎨", "gallery"),
        ("../../etc", "etc"),
        ("ﷺ" * 200, ("صلى-الله-عليه-وسلم" * 12)[:200]),
    ],
)
def test_its_slug_is_what_of_the_name_an_address_takes(adas, name, slug):
    assert make(adas, name)["slug"] == slug


def test_a_name_is_used_twice_and_a_slug_is_not(adas, bens):
    names = ["Sea", "sea", "Sea 2", "SEA!", "?", "!"]
    assert [make(adas, name)["slug"] for name in names] == ["sea", "sea-2", "sea-2-2", "sea-3", "gallery", "gallery-2"]
    assert make(bens, "Sea")["slug"] == "sea"


def test_its_address_is_one_that_any_client_takes(adas):
    assert make(adas, "Été")["url"] == "http://testserver/@ada/galleries/%C3%A9t%C3%A9"


def test_a_slug_that_became_free_is_given_again(adas):
    first = make(adas, "Sea")
    make(adas, "Sea")
    adas.delete(f"/api/galleries/{first['id']}")
    assert make(adas, "Sea")["slug"] == "sea"


def test_making_galleries_counts_them(ada, adas):
    make(adas), make(adas)
    assert Statistics.objects.get(pk=ada.pk).gallery_count == 2
    assert adas.get("/api/auth/user").json()["statistics"]["total_galleries"] == 2


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "name", "required"),
        ({"name": " "}, "name", "blank"),
        ({"name": None}, "name", "null"),
        ({"name": "a" * 201}, "name", "max_length"),
        ({"name": "a\0b"}, "name", "null_characters_not_allowed"),
        ({"name": "a", "description": "b" * 10_001}, "description", "max_length"),
        ({"name": "a", "visibility": "shared"}, "visibility", "invalid_choice"),
        ({"name": "a", "theme": "white cube"}, "theme", "invalid"),
        ({"name": "a", "theme": "<b>"}, "theme", "invalid"),
        ({"name": "a", "theme": "é"}, "theme", "invalid"),
        ({"name": "a", "theme": "a" * 41}, "theme", "max_length"),
        ({"name": "a", "cover_artwork_id": "no id"}, "cover_artwork_id", "invalid"),
        ({"name": "a", "cover_artwork_id": NOWHERE}, "cover_artwork_id", "does_not_exist"),
    ],
)
def test_what_cannot_be_is_refused_by_field(ada, adas, body, field, code):
    answer = adas.post("/api/galleries", body)
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert (Gallery.objects.count(), Statistics.objects.get(pk=ada.pk).gallery_count) == (0, 0)


def test_nothing_hangs_in_it_yet_that_could_be_its_cover(ada, adas):
    answer = adas.post("/api/galleries", {"name": "a", "cover_artwork_id": str(new_work(ada).pk)})
    assert (answer.status_code, codes(answer)) == (400, {"cover_artwork_id": "does_not_exist"})
    assert make(adas, cover_artwork_id=None)["cover"] is None


def test_who_is_not_signed_in_makes_none(visitor):
    assert visitor.post("/api/galleries", {"name": "a"}).status_code == 401


def test_alone_it_is_told_with_the_works_in_it(ada, adas):
    answer = told(adas, gallery_of(ada, new_work(ada, "first"), new_work(ada, "second")))
    artworks = answer["artworks"]
    assert [work["title"] for work in artworks.pop("results")] == ["first", "second"]
    assert artworks == {"count": 2, "next": None, "previous": None}


def test_its_first_page_leads_to_the_second(ada, adas):
    gallery = gallery_of(ada, *(new_work(ada, f"{number:02}") for number in range(25)))
    artworks = told(adas, gallery)["artworks"]
    assert (len(artworks["results"]), artworks["count"]) == (24, 25)
    assert artworks["next"] == f"http://testserver/api/galleries/{gallery.pk}/artworks?page=2"
    assert [work["title"] for work in adas.get(artworks["next"]).json()["results"]] == ["24"]


def test_it_is_described_as_it_is_told(ada, adas):
    described = SchemaGenerator().get_schema(request=None, public=True)["components"]["schemas"]
    whole = told(adas, gallery_of(ada, new_work(ada)))
    assert set(described["WholeGallery"]["properties"]) == set(whole)
    assert set(described["GalleryStatistics"]["properties"]) == set(whole["statistics"])
    assert set(described["ArtworkPreview"]["properties"]) == set(whole["previews"][0])
