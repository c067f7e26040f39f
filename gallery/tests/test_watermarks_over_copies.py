"""Watermarks over copies made to order: whose, when, where, and never over an original."""

import pytest
from PIL import Image as Picture
from PIL import ImageChops

from gallery.models import Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import render_image
from gallery.tests.library import codes, upload
from gallery.tests.ordering import order, ordered
from gallery.tests.pictures import encoded, transparent_png

pytestmark = pytest.mark.same_on_any_database

GREY = (128, 128, 128)


@pytest.fixture
def grey(adas):
    """A public picture of one grey, 600 x 400."""
    return upload(adas, encoded(Picture.new("RGB", (600, 400), GREY), "PNG"), "grey.png", visibility="public")["id"]


def mark(client, **changes):
    answer = client.put("/api/watermark", {"text": "© Ada"} | changes, format="json")
    assert answer.status_code == 200, answer.content


def marked_area(picture):
    """Where a copy of the grey picture is not grey, None where nowhere."""
    return ImageChops.difference(picture.convert("RGB"), Picture.new("RGB", picture.size, GREY)).getbbox()


@pytest.mark.parametrize(
    ("enabled", "who", "wish", "is_marked"),
    [
        (False, "owner", None, False), (False, "owner", "true", True), (False, "owner", "false", False),
        (True, "owner", None, False), (True, "owner", "true", True), (True, "owner", "false", False),
        (False, "visitor", None, False), (False, "visitor", "true", True), (False, "visitor", "false", False),
        (True, "visitor", None, True), (True, "visitor", "true", True), (True, "visitor", "false", True),
    ],
)  # fmt: skip
def test_others_cannot_do_without_one_that_is_enabled(adas, visitor, grey, enabled, who, wish, is_marked):
    mark(adas, enabled=enabled)
    client = adas if who == "owner" else visitor
    shown = ordered(client, grey, **({"watermark": wish} if wish else {}))
    assert (marked_area(shown) is not None) == is_marked


@pytest.mark.parametrize("kind", ["webp", "jpeg", "png", "avif"])
def test_it_is_in_its_corner_in_every_format(adas, grey, kind):
    mark(adas, position="bottom-right", scale=0.3, opacity=1)
    shown = ordered(adas, grey, watermark="true", format=kind)
    left, top, right, bottom = ImageChops.difference(
        shown.convert("L").point(lambda value: 255 * (abs(value - 128) > 40)), Picture.new("L", shown.size)
    ).getbbox()
    assert (left > 380, top > 300, right <= 600, bottom <= 400) == (True,) * 4


@pytest.mark.parametrize(
    "query", [{"width": 300}, {"crop": "0,0,300,300"}, {"width": 200, "height": 200, "fit": "cover"}]
)
def test_it_stands_in_the_copy_and_not_in_the_picture(adas, grey, query):
    mark(adas, position="top-left", opacity=1)
    shown = ordered(adas, grey, watermark="true", **query)
    left, top, right, bottom = marked_area(shown)
    assert max(left, top) < 20
    assert right < shown.width / 2
    assert bottom < shown.height / 2


@pytest.mark.parametrize(
    ("query", "is_marked"),
    [
        ({"width": 96}, False), ({"width": 100}, True),
        ({"crop": "0,0,50,50"}, True), ({"crop": "0,0,50,50", "width": 16}, True),
        ({"crop": "0,0,300,200", "width": 48}, False),
    ],
)  # fmt: skip
def test_a_small_copy_bears_none_but_small_parts_of_a_larger_one_do(adas, visitor, grey, query, is_marked):
    """Put together, they would be the picture without it."""
    mark(adas, enabled=True, opacity=1)
    assert (marked_area(ordered(visitor, grey, **query)) is not None) == is_marked


def test_a_picture_may_be_the_mark(adas, visitor, grey):
    logo = upload(adas, transparent_png(), "logo.png")["id"]
    mark(adas, text="", image_id=logo, enabled=True, position="center", opacity=1, scale=0.5)
    shown = ordered(visitor, grey)
    assert shown.getpixel((300, 200)) == (220, 30, 40)
    assert shown.getpixel((160, 100)) == GREY


def test_without_a_mark_none_can_be_asked_for(adas, visitor, grey):
    for client in (adas, visitor):
        assert codes(order(client, grey, watermark="true")) == {"watermark": "no_watermark"}
    assert order(visitor, grey, watermark="false").status_code == 200


def test_the_mark_is_the_owners_and_not_that_of_whoever_asks(bens, visitor, grey):
    mark(bens, enabled=True)
    assert marked_area(ordered(bens, grey)) is None
    assert codes(order(bens, grey, watermark="true")) == {"watermark": "no_watermark"}


def test_the_original_and_the_standing_copies_stay_as_they_are(adas, visitor, grey):
    render_image.call(grey)
    before = {name: renditions().path(name).read_bytes() for name in renditions().names()}
    file = Image.objects.get().file
    original = originals().path(file.stored_name).read_bytes()
    mark(adas, enabled=True)
    ordered(visitor, grey)
    assert originals().path(file.stored_name).read_bytes() == original
    assert all(renditions().path(name).read_bytes() == data for name, data in before.items())


@pytest.mark.parametrize("change", [{"text": "© Ben"}, {"opacity": 0.9}, {"scale": 0.5}, {"position": "center"}])
def test_a_changed_mark_forgets_the_copies_that_bear_the_old_one(
    adas, visitor, grey, change, django_capture_on_commit_callbacks
):
    mark(adas, enabled=True)
    before = order(visitor, grey).headers["ETag"]
    order(adas, grey, width=100)
    with django_capture_on_commit_callbacks(execute=True):
        mark(adas, **change)
    assert [row.width for row in Rendition.objects.exclude(used_at=None)] == [100]
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))
    assert order(visitor, grey).headers["ETag"] != before


def test_turning_it_off_and_on_again_forgets_nothing(adas, visitor, grey):
    mark(adas, enabled=True)
    tag = order(visitor, grey).headers["ETag"]
    mark(adas, enabled=False)
    assert order(visitor, grey).headers["ETag"] != tag
    mark(adas, enabled=True)
    assert order(visitor, grey).headers["ETag"] == tag
    assert Rendition.objects.exclude(used_at=None).count() == 2


def test_a_mark_whose_picture_is_away_is_not_simply_left_out(adas, visitor, grey):
    logo = upload(adas, transparent_png(), "logo.png")["id"]
    mark(adas, text="", image_id=logo, enabled=True)
    originals().delete(Image.objects.get(pk=logo).file.stored_name)
    visitor.raise_request_exception = False
    assert order(visitor, grey).status_code == 503
    assert not Rendition.objects.exclude(used_at=None).exists()


def test_a_mark_whose_picture_is_gone_for_good_marks_nothing(adas, visitor, grey):
    logo = upload(adas, transparent_png(), "logo.png")["id"]
    mark(adas, text="", image_id=logo, enabled=True)
    adas.delete(f"/api/images/{logo}")
    assert marked_area(ordered(visitor, grey)) is None
