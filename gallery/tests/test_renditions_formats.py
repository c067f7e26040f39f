"""Copies made to order: formats, colours, transparency, and what they say of their rights."""

import io

import pytest
from PIL import Image as Picture

from gallery.imaging.colour import SRGB_PROFILE
from gallery.tests.imaging.makers_out import wide_gamut_profile
from gallery.tests.library import upload
from gallery.tests.ordering import order, ordered
from gallery.tests.pictures import (
    CAMERA,
    camera_jpeg,
    cmyk_jpeg,
    encoded,
    grey16_png,
    heic,
    palette_picture,
    scene,
    transparent_png,
)

pytestmark = pytest.mark.same_on_any_database

FORMATS = ("webp", "jpeg", "png", "avif")


@pytest.mark.parametrize("kind", FORMATS)
def test_it_is_in_the_format_that_was_asked_for(adas, kind):
    answer = order(adas, upload(adas, heic(), "photo.heic")["id"], format=kind, width=100)
    assert answer.headers["Content-Type"] == f"image/{kind}"
    assert Picture.open(io.BytesIO(answer.getvalue())).format == kind.upper()


@pytest.mark.parametrize(
    ("maker", "accept", "kind"),
    [
        (camera_jpeg, "image/avif,image/webp,*/*", "image/webp"),
        (camera_jpeg, "*/*", "image/jpeg"),
        (camera_jpeg, "image/webp;q=0", "image/jpeg"),
        (transparent_png, "*/*", "image/png"),
    ],
)
def test_without_a_format_it_is_what_the_client_reads(adas, maker, accept, kind):
    picture = upload(adas, maker(), f"photo.{'png' if maker is transparent_png else 'jpg'}")["id"]
    answer = adas.get(f"/api/images/{picture}/rendition?width=50", headers={"Accept": accept})
    assert answer.headers["Content-Type"] == kind
    assert "Accept" in {name.strip() for name in answer.headers["Vary"].split(",")}


@pytest.mark.parametrize("kind", FORMATS)
def test_it_says_whose_it_is_and_nothing_of_where(adas, kind):
    picture = upload(adas, camera_jpeg())["id"]
    data = order(adas, picture, format=kind, crop="10,10,200,200", width=100).getvalue()
    shown = Picture.open(io.BytesIO(data))
    assert (shown.getexif()[0x013B], shown.getexif()[0x8298]) == ("Ada Lovelace", "(c) 2024 Ada")
    assert shown.getexif().get_ifd(0x8825) == {}
    assert CAMERA["serial"].encode() not in data
    assert shown.info["icc_profile"] == SRGB_PROFILE


@pytest.mark.parametrize("kind", FORMATS)
def test_a_wide_gamut_is_converted(adas, kind):
    red = Picture.new("RGB", (300, 200), (200, 30, 30))
    picture = upload(adas, encoded(red, "PNG", icc_profile=wide_gamut_profile()), "red.png")["id"]
    shown = ordered(adas, picture, format=kind, crop="50,50,100,100")
    assert shown.convert("RGB").getpixel((50, 50))[0] > 206


@pytest.mark.parametrize("maker", [transparent_png, palette_picture])
@pytest.mark.parametrize(("kind", "transparent"), [("png", True), ("webp", True), ("avif", True), ("jpeg", False)])
def test_what_is_transparent_stays_so_and_is_white_where_it_cannot(adas, maker, kind, transparent):
    shown = ordered(adas, upload(adas, maker(), "a.png")["id"], format=kind, crop="60,0,20,20")
    if transparent:
        assert shown.convert("RGBA").getpixel((18, 2))[3] == 0
    else:
        assert min(shown.convert("RGB").getpixel((18, 2))) > 245


def test_ink_becomes_light(adas):
    shown = ordered(adas, upload(adas, cmyk_jpeg())["id"], crop="100,100,100,100").convert("RGB")
    wanted = scene().crop((100, 100, 200, 200)).resize((1, 1), Picture.Resampling.BOX).getpixel((0, 0))
    found = shown.resize((1, 1), Picture.Resampling.BOX).getpixel((0, 0))
    assert all(abs(a - b) < 16 for a, b in zip(found, wanted, strict=True))


def test_sixteen_bits_of_grey_do_not_turn_white(adas):
    picture = upload(adas, grey16_png(400, 100), "grey.png")["id"]
    shown = ordered(adas, picture, crop="100,10,200,50").convert("L")
    assert (shown.getpixel((0, 20)) < 70, abs(shown.getpixel((100, 20)) - 128) < 4) == (True, True)


@pytest.mark.parametrize("kind", ["webp", "jpeg", "avif"])
def test_a_lower_quality_has_fewer_bytes(adas, kind):
    picture = upload(adas, encoded(scene(noise=60), "JPEG"))["id"]
    small, large = (order(adas, picture, format=kind, quality=quality).getvalue() for quality in (10, 95))
    assert len(small) * 2 < len(large)


def test_a_png_has_no_quality(adas):
    picture = upload(adas)["id"]
    tags = {order(adas, picture, quality=quality).headers["ETag"] for quality in (10, 95)}
    assert len(tags) == 1
