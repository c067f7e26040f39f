"""How large the pictures of works go out: to others up to the artist's limit, to the artist everything."""

import pytest

from gallery.actions.presentation import change_public_size
from gallery.models import Image
from gallery.tests.library import codes
from gallery.tests.pictures import PLACE, camera_jpeg
from gallery.tests.showing import ask, grey_png, opened, seen, show, view_of

pytestmark = pytest.mark.same_on_any_database

LADDER = ("small", "medium", "large", "xlarge", "original")
EDGES = {"small": 320, "medium": 640, "large": 1280, "xlarge": 2048, "original": 2100}


@pytest.fixture
def work(adas, ada):
    return show(adas, ada, grey_png(2100, 300))


@pytest.mark.parametrize("limit", LADDER)
def test_others_get_every_size_up_to_the_limit_and_none_above(work, ada, visitor, limit):
    change_public_size(by=ada, size=limit)
    given = {size: ask(visitor, work, "image", size=size).status_code for size in LADDER}
    allowed = LADDER[: LADDER.index(limit) + 1]
    assert given == {size: 200 if size in allowed else 403 for size in LADDER}


@pytest.mark.parametrize("size", ["small", "medium", "large", "xlarge"])
def test_a_size_is_what_it_says_on_the_long_edge(work, ada, visitor, size):
    change_public_size(by=ada, size="xlarge")
    for route in ("image", "thumbnail"):
        assert max(seen(visitor, work, route, size=size).size) == EDGES[size]


def test_the_thumbnail_has_the_same_limit_but_for_the_square(work, ada, visitor):
    change_public_size(by=ada, size="small")
    answer = ask(visitor, work, size="medium")
    assert (answer.status_code, codes(answer)) == (403, {None: "permission_denied"})
    assert "small" in answer.json()["errors"][0]["detail"]
    assert seen(visitor, work, size="square").size == (256, 256)


@pytest.mark.parametrize(
    ("limit", "image", "thumbnail"), [("small", 320, 320), ("large", 1280, 640), ("original", 1280, 640)]
)
def test_without_a_size_it_is_the_usual_one_or_the_limit(work, ada, adas, visitor, limit, image, thumbnail):
    change_public_size(by=ada, size=limit)
    assert max(seen(visitor, work, "image").size) == image
    assert max(seen(visitor, work).size) == thumbnail
    assert max(seen(adas, work, "image").size) == 1280


def test_the_artist_gets_everything(work, ada, adas):
    change_public_size(by=ada, size="small")
    assert {size: max(seen(adas, work, "image", size=size).size) for size in LADDER} == EDGES


def test_the_original_goes_out_as_it_is_to_the_artist_and_without_the_place_to_others(ada, adas, visitor):
    data = camera_jpeg()
    work = show(adas, ada, data)
    change_public_size(by=ada, size="original")
    asked = {"size": "original", "format": None}
    assert ask(adas, work, "image", **asked).getvalue() == data
    answer = ask(visitor, work, "image", **asked)
    assert (len(answer.getvalue()), answer["Content-Type"]) == (len(data), "image/jpeg")
    assert opened(answer.getvalue()).getexif().get_ifd(0x8825) in ({}, dict.fromkeys(range(5)))
    assert str(PLACE[0])[:6].encode() not in answer.getvalue()


def test_an_original_of_others_is_named_by_the_work(work, ada, adas, visitor):
    change_public_size(by=ada, size="original")
    named = {
        client: ask(client, work, "image", size="original", format=None)["Content-Disposition"]
        for client in (adas, visitor)
    }
    assert named == {adas: 'attachment; filename="IMG_0042.png"', visitor: 'attachment; filename="Harbour.png"'}


def test_an_original_that_is_not_given_away_stays_with_the_artist(work, ada, adas, visitor):
    change_public_size(by=ada, size="original")
    Image.objects.filter(pk=view_of(work)).update(allow_download=False)
    for kind in (None, "png"):
        assert ask(visitor, work, "image", size="original", format=kind).status_code == 403
        assert ask(adas, work, "image", size="original", format=kind).status_code == 200


@pytest.mark.parametrize("given", [True, False])
def test_others_are_told_whether_they_may_take_the_original_and_led_to_what_they_get(work, ada, visitor, given):
    change_public_size(by=ada, size="original")
    Image.objects.filter(pk=view_of(work)).update(allow_download=given)
    (told,) = visitor.get(f"/api/artworks/{work.pk}").json()["images"]
    assert told["allow_download"] is given
    assert f"size={'original' if given else 'xlarge'}&" in told["urls"]["download"]
    assert visitor.get(told["urls"]["download"]).status_code == 200


def test_an_original_that_others_take_is_a_download_and_a_copy_is_none(work, ada, adas, visitor):
    change_public_size(by=ada, size="original")
    ask(adas, work, "image", size="original", format=None)
    ask(visitor, work, "image", size="original")
    ask(visitor, work, "image", size="large")
    assert Image.objects.get().file.download_count == 0
    ask(visitor, work, "image", size="original", format=None)
    assert Image.objects.get().file.download_count == 1


@pytest.mark.parametrize(
    ("route", "query"),
    [
        ("image", {"size": "huge"}), ("image", {"size": "square"}), ("thumbnail", {"size": "original"}),
        ("image", {"format": "gif"}), ("image", {"watermark": "perhaps"}), ("thumbnail", {"image": "7"}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_its_name(work, visitor, route, query):
    answer = ask(visitor, work, route, **query)
    (name,) = query
    assert (answer.status_code, list(codes(answer))) == (400, [name])
