"""Copies made to order: who gets what, and within which limits."""

import pytest

from gallery.models import Rendition
from gallery.tests.library import codes, upload
from gallery.tests.ordering import corners, order, ordered, quartered
from gallery.tests.pictures import encoded, scene

LARGE = (2400, 1600)


@pytest.fixture(scope="module")
def large():
    return encoded(scene(*LARGE), "JPEG", quality=70)


@pytest.fixture
def public(adas, large):
    return upload(adas, large, visibility="public")["id"]


@pytest.fixture
def cast(adas, ben, mo, client_of, visitor):
    return {"owner": adas, "stranger": client_of(ben), "visitor": visitor, "moderator": client_of(mo)}


@pytest.mark.parametrize("who", ["stranger", "visitor", "moderator"])
@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ({}, (2048, 1365)),
        ({"width": 2048}, (2048, 1365)),
        ({"width": 2049}, 403),
        ({"height": 2049, "fit": "cover"}, 403),
        ({"width": 65500}, 403),
        ({"width": 300, "height": 200, "fit": "cover"}, (300, 200)),
        ({"crop": "0,0,2400,800"}, (2048, 683)),
    ],
)
def test_others_get_2048_pixels_on_the_long_edge_at_most(cast, public, who, query, answer):
    got = order(cast[who], public, format="webp", **query)
    if answer == 403:
        assert (got.status_code, codes(got)) == (403, {None: "permission_denied"})
        assert "2048 pixels" in got.json()["errors"][0]["detail"]
    else:
        assert ordered(cast[who], public, format="webp", **query).size == answer


@pytest.mark.parametrize(("query", "size"), [({}, LARGE), ({"width": 2399}, (2399, 1599)), ({"width": 9000}, LARGE)])
def test_its_owner_gets_every_pixel(adas, public, query, size):
    assert ordered(adas, public, format="jpeg", **query).size == size


def test_a_width_that_makes_a_tall_picture_longer_than_that_is_refused_too(adas, visitor):
    tall = upload(adas, quartered(300, 3000), visibility="public")["id"]
    assert order(visitor, tall, width=300).status_code == 403
    assert ordered(visitor, tall).size == (205, 2048)


def test_no_region_shows_others_more_than_the_largest_public_copy_does(adas, visitor):
    picture = upload(adas, quartered(4096, 1024), visibility="public")["id"]
    assert ordered(visitor, picture, crop="0,0,1024,1024").size == (512, 512)
    assert ordered(visitor, picture, crop="0,0,1024,1024", width=800).size == (512, 512)
    assert ordered(adas, picture, crop="0,0,1024,1024").size == (1024, 1024)


@pytest.mark.parametrize("who", ["stranger", "visitor", "moderator"])
def test_what_one_may_not_see_is_not_there(cast, adas, who):
    private = upload(adas)["id"]
    assert order(cast[who], private).status_code == 404
    assert order(cast[who], private, width="nonsense").status_code == 404
    assert order(cast["owner"], private).status_code == 200


@pytest.mark.parametrize(("first", "second"), [({"width": 301}, {"width": 319}), ({"height": 121}, {"height": 127})])
def test_near_sizes_are_one_copy_to_others_and_two_to_the_owner(adas, visitor, first, second):
    picture = upload(adas, visibility="public")["id"]
    sizes = {ordered(visitor, picture, **query).size for query in (first, second)}
    assert (len(sizes), Rendition.objects.exclude(used_at=None).count()) == (1, 1)
    assert len({ordered(adas, picture, **query).size for query in (first, second)}) == 2


def test_a_region_grows_to_the_lines_of_a_grid_for_others(adas, visitor):
    picture = upload(adas, quartered(640, 480), visibility="public")["id"]
    assert ordered(visitor, picture, crop="11,1,98,14").size == (100, 15)
    shown = ordered(visitor, picture, crop="320,240,320,240")
    assert (shown.size, corners(shown)) == ((320, 240), ["blue"] * 4)


def test_qualities_are_few_for_others(adas, visitor):
    picture = upload(adas, visibility="public")["id"]
    for quality in (66, 71, 80):
        ordered(visitor, picture, format="webp", width=100, quality=quality)
    assert [row.size.rpartition("-")[2] for row in Rendition.objects.exclude(used_at=None)] == ["q80"]
