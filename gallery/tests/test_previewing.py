"""A picture under a mark that is not saved."""

import io

import pytest
from PIL import Image as Picture
from PIL import ImageChops

from gallery.models import Image, Rendition, Watermark
from gallery.previewing import EDGE, preview_of
from gallery.tests.library import upload
from gallery.tests.pictures import encoded, transparent_png

GREY = (128, 128, 128)


@pytest.fixture
def grey(adas) -> Image:
    told = upload(adas, encoded(Picture.new("RGB", (1200, 800), GREY), "PNG"), "grey.png")
    return Image.objects.select_related("file", "owner__artist").get(pk=told["id"])


def area(image: Image, watermark: Watermark | None) -> tuple | None:
    """Where its preview is not grey, but for what WebP makes of grey."""
    drawn = Picture.open(io.BytesIO(preview_of(image, watermark))).convert("RGB")
    assert drawn.size == (EDGE, 640)
    apart = ImageChops.difference(drawn, Picture.new("RGB", drawn.size, GREY)).convert("L")
    return apart.point(lambda value: 255 * (value > 24)).getbbox()


def test_the_mark_lies_where_it_is_to_lie_and_nothing_is_kept(grey):
    copies = Rendition.objects.count()
    assert area(grey, None) is None
    left, top, right, bottom = area(grey, Watermark(text="© Ada", position="top-left", opacity=0.9))
    assert max(left, top) < 60
    assert (right < 480, bottom < 320) == (True, True)
    assert area(grey, Watermark(text="© Ada", position="bottom-right", opacity=0.9))[0] > 480
    assert Rendition.objects.count() == copies


def test_a_picture_may_be_the_mark(adas, grey):
    sign = Image.objects.select_related("file").get(pk=upload(adas, transparent_png(), "sign.png")["id"])
    assert area(grey, Watermark(image=sign, position="center", opacity=1)) is not None
