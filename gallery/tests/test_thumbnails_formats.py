"""Thumbnails: in which format they come."""

import io

import pytest
from PIL import Image as Picture

from gallery.models import Rendition
from gallery.tasks import render_avif
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg, transparent_png

pytestmark = pytest.mark.same_on_any_database

BROWSER = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"


@pytest.fixture
def photo(adas):
    return f"/api/images/{upload(adas)['id']}/thumbnail?size=small"


@pytest.fixture
def drawing(adas):
    """The thumbnail of a picture that is transparent at its edges."""
    return f"/api/images/{upload(adas, transparent_png(), name='drawing.png')['id']}/thumbnail?size=small"


def kind_of(answer):
    """The type that the header tells, which is that of the bytes."""
    assert answer.status_code == 200, answer.content
    kind = Picture.open(io.BytesIO(answer.getvalue())).get_format_mimetype()
    assert answer["Content-Type"] == kind
    return kind.removeprefix("image/")


@pytest.mark.parametrize("format_", ["webp", "avif", "jpeg", "png"])
def test_a_format_asked_for_is_given_whatever_the_browser_likes(adas, photo, format_):
    for accept in (BROWSER, "image/png", ""):
        assert kind_of(adas.get(f"{photo}&format={format_}", headers={"Accept": accept})) == format_


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (BROWSER, "webp"),
        ("image/webp,*/*", "webp"),
        ("image/png,image/*;q=0.8,*/*;q=0.5", "jpeg"),
        ("*/*", "jpeg"),
        ("image/*", "jpeg"),
        ("", "jpeg"),
        ("text/html", "jpeg"),
        ("image/webp;q=0, image/jpeg", "jpeg"),
    ],
)
def test_without_one_it_goes_by_what_the_browser_reads(adas, photo, accept, kind):
    assert kind_of(adas.get(photo, headers={"Accept": accept})) == kind


def test_where_there_is_transparency_png_is_what_any_browser_gets(adas, drawing):
    answer = adas.get(drawing, headers={"Accept": "*/*"})
    assert kind_of(answer) == "png"
    assert Picture.open(io.BytesIO(answer.getvalue())).convert("RGBA").getpixel((0, 0))[3] == 0


def test_transparency_becomes_white_where_jpeg_is_asked_for(adas, drawing):
    shown = Picture.open(io.BytesIO(adas.get(f"{drawing}&format=jpeg").getvalue()))
    assert min(shown.getpixel((0, 0))) > 245


def test_transparency_survives_webp(adas, drawing):
    shown = Picture.open(io.BytesIO(adas.get(f"{drawing}&format=webp").getvalue()))
    assert shown.convert("RGBA").getpixel((0, 0))[3] == 0


def test_avif_comes_of_itself_once_it_is_drawn(adas, photo):
    assert kind_of(adas.get(photo, headers={"Accept": BROWSER})) == "webp"
    render_avif.call(str(Rendition.objects.first().image_id))
    assert kind_of(adas.get(photo, headers={"Accept": BROWSER})) == "avif"


def test_each_format_has_an_etag_of_its_own(adas, photo):
    etags = {adas.get(f"{photo}&format={kind}")["ETag"] for kind in ("webp", "jpeg", "png")}
    assert len(etags) == 3


def test_an_error_is_json_even_where_a_picture_was_asked_for(adas):
    answer = adas.get(f"/api/images/{upload(adas, jpeg(50, 50))['id']}/thumbnail?size=9", headers={"Accept": "image/*"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
