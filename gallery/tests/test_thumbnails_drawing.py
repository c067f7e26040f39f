"""Thumbnails are drawn when they are missing, and say whose work they are."""

import io

import pytest
from PIL import Image as Picture
from PIL import ImageCms

from gallery.imaging.renditions import Wanted
from gallery.models import Image, Rendition
from gallery.renditions import draw
from gallery.storage import originals, renditions
from gallery.tasks import render_avif, render_image
from gallery.tests.library import codes, upload
from gallery.tests.pictures import CAMERA, camera_jpeg, jpeg

FORMATS = ("webp", "jpeg", "png", "avif")


@pytest.fixture
def image_id(adas):
    return upload(adas, camera_jpeg(), visibility="public")["id"]


def bytes_of(client, image_id, size="small", format_="jpeg"):
    answer = client.get(f"/api/images/{image_id}/thumbnail?size={size}&format={format_}")
    assert answer.status_code == 200, answer.content
    return answer.getvalue()


def test_the_first_one_is_there_when_the_upload_is_answered(image_id):
    (rendition,) = Rendition.objects.all()
    assert (rendition.size, rendition.format) == ("small", "webp")
    assert renditions().size(rendition.stored_name) == rendition.bytes


def test_one_that_two_draw_at_once_beside_different_sizes_is_sent_whole(adas, visitor):
    image = Image.objects.get(pk=upload(adas, jpeg(3000, 2000), visibility="public")["id"])
    alone, beside = Wanted("square", "jpeg"), Wanted("xlarge", "webp")
    draw(image, [alone])
    first = renditions().path(Rendition.objects.get(size="square").stored_name).read_bytes()
    draw(image, [beside, alone])
    assert bytes_of(visitor, image.pk, "square") == first
    assert {renditions().size(row.stored_name) == row.bytes for row in Rendition.objects.all()} == {True}


def test_a_missing_one_is_drawn_when_asked_for_and_kept(image_id, visitor):
    first = bytes_of(visitor, image_id, "square", "png")
    row = Rendition.objects.get(size="square", format="png")
    assert renditions().path(row.stored_name).read_bytes() == first
    assert bytes_of(visitor, image_id, "square", "png") == first


def test_one_whose_file_was_removed_from_the_disk_is_drawn_again(image_id, visitor):
    first = bytes_of(visitor, image_id)
    name = Rendition.objects.get(size="small", format="jpeg").stored_name
    renditions().delete(name)
    assert bytes_of(visitor, image_id) == first
    assert renditions().size(name) == len(first)


def test_the_task_draws_what_a_browser_may_ask_for_and_then_avif(image_id):
    assert render_image.call(image_id) == 9
    assert Image.objects.get().processing == "ready"
    assert render_avif.call(image_id) == 5
    assert Rendition.objects.count() == 15


def test_doing_it_again_draws_nothing(image_id):
    render_image.call(image_id)
    before = list(Rendition.objects.order_by("pk").values())
    assert render_image.call(image_id) == 0
    assert list(Rendition.objects.order_by("pk").values()) == before


def test_what_the_task_draws_is_what_a_request_would_have_drawn(image_id, visitor):
    asked = bytes_of(visitor, image_id, "medium")
    name = Rendition.objects.get(size="medium", format="jpeg").stored_name
    Rendition.objects.all().delete()
    render_image.call(image_id)
    assert Rendition.objects.get(size="medium", format="jpeg").stored_name == name
    assert bytes_of(visitor, image_id, "medium") == asked


def test_the_name_of_a_rendition_tells_nothing_of_the_picture(image_id, adas):
    other = upload(adas, jpeg(300, 200))["id"]
    names = {str(row.image_id): row.stored_name for row in Rendition.objects.all()}
    assert len(set(names.values())) == 2
    original = Image.objects.get(pk=image_id).file
    for part in (image_id, original.stored_name, original.checksum[:16]):
        assert part not in names[image_id]
    assert names[other][:10] != names[image_id][:10]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_rendition_says_whose_it_is_and_nothing_of_where(image_id, visitor, format_):
    data = bytes_of(visitor, image_id, "small", format_)
    shown = Picture.open(io.BytesIO(data))
    exif = shown.getexif()
    assert (exif[0x013B], exif[0x8298]) == ("Ada Lovelace", "(c) 2024 Ada")
    assert b"Ada Lovelace" in data.replace(b"\0", b"")
    assert exif.get_ifd(0x8825) == {}
    assert 0xA431 not in exif.get_ifd(0x8769)
    assert CAMERA["serial"].encode() not in data


@pytest.mark.parametrize("format_", FORMATS)
def test_every_rendition_names_its_colour_space(image_id, visitor, format_):
    profile = Picture.open(io.BytesIO(bytes_of(visitor, image_id, "small", format_))).info["icc_profile"]
    assert "srgb" in ImageCms.getProfileDescription(ImageCms.getOpenProfile(io.BytesIO(profile))).lower()


def test_where_the_picture_says_nothing_its_owner_does(ada, adas):
    ada.copyright_notice = "© Ada Ltd"
    ada.save()
    exif = Picture.open(io.BytesIO(bytes_of(adas, upload(adas)["id"]))).getexif()
    # It is written as UTF-8, which Pillow reads letter by letter.
    assert (exif[0x013B], exif[0x8298].encode("latin-1").decode()) == ("ada", "© Ada Ltd")


def test_one_that_cannot_be_drawn_because_the_original_is_away_is_told_so(image_id, visitor):
    originals().delete(next(originals().names()))
    visitor.raise_request_exception = False
    answer = visitor.get(f"/api/images/{image_id}/thumbnail?size=large")
    assert (answer.status_code, codes(answer)) == (503, {None: "unavailable"})
    assert list((renditions().root.parent / "staging").iterdir()) == []
