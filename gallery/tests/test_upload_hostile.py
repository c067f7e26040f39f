"""Pictures that mean harm: each is refused with its code or comes out clean, quickly, and leaves nothing else."""

import io
import json
import time

import pytest

from gallery.models import File, Image
from gallery.tests import hostile
from gallery.tests.documents import boxed, elf, windows_program
from gallery.tests.hostile import HOSTILE, png_chunk
from gallery.tests.pictures import animation, bmp, camera_jpeg, encoded, gif_of, jpeg, scene, tiff, truncated
from gallery.tests.uploading import leaving_nothing, refusals, send, some_text

PHOTO = jpeg(80, 60)
PNG = encoded(scene(80, 60), "PNG")
GIF = animation("GIF")
SCRIPT = b"<script>alert(document.cookie)</script>"
QUICK = 10  # seconds; most take a tenth of one

REFUSED = {
    "a text named .jpg": ("a.jpg", b"I am a text.\n", "type_mismatch"),
    "a page named .gif": ("a.gif", b"<html><body>hi</body></html>", "type_mismatch"),
    "an SVG named .png": ("a.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "type_mismatch"),
    "a program named .png": ("a.png", elf(), "type_mismatch"),
    "a Windows program named .jpg": ("a.jpg", windows_program(), "type_mismatch"),
    "an empty file": ("a.jpg", b"", "empty"),
    "a JPEG's signature alone": ("a.jpg", b"\xff\xd8\xff\xe0", "corrupt_image"),
    "a PNG's signature alone": ("a.png", b"\x89PNG\r\n\x1a\n", "corrupt_image"),
    "a GIF's signature and noise": ("a.gif", b"GIF89a" + bytes(range(200)), "corrupt_image"),
    "a JPEG cut in half": ("a.jpg", truncated(PHOTO), "corrupt_image"),
    "a JPEG without its last tenth": ("a.jpg", truncated(jpeg(400, 300), 0.9), "corrupt_image"),
    "a PNG cut in half": ("a.png", truncated(PNG), "corrupt_image"),
    "a WebP cut in half": ("a.webp", truncated(encoded(scene(), "WEBP")), "corrupt_image"),
    "a TIFF cut in half": ("a.tif", truncated(tiff()), "corrupt_image"),
    "a BMP cut in half": ("a.bmp", truncated(bmp()), "corrupt_image"),
    "a page behind a GIF": ("a.gif", GIF + b"<html>" + SCRIPT, "malicious"),
    "a script in a GIF's comment": ("a.gif", GIF[:-1] + b"\x21\xfe\x28" + SCRIPT.ljust(40) + b"\0;", "malicious"),
    "a GIF that is JavaScript": ("a.gif", b"GIF89a/*" + GIF[8:] + b"*/=1;alert(1)", "malicious"),
    "a script in a JPEG's comment": ("a.jpg", jpeg(40, 30, comment=SCRIPT), "malicious"),
    "PHP in a JPEG's comment": ("a.jpg", jpeg(40, 30, comment=b"<?php system($_GET[0]); ?>"), "malicious"),
    "a page behind a PNG": ("a.png", PNG + b"<!DOCTYPE html><body onload=alert(1)>", "malicious"),
    "a script in a PNG's text": ("a.png", PNG[:33] + png_chunk(b"tEXt", b"a\0" + SCRIPT) + PNG[33:], "malicious"),
    "a program behind a JPEG": ("a.jpg", PHOTO + elf(), "malicious"),
    "a Windows program behind a PNG": ("a.png", PNG + windows_program(), "malicious"),
    "a shell script behind a JPEG": ("a.jpg", PHOTO + b"\n#!/bin/sh\nrm -rf /\n", "malicious"),
    "20,000 GIF frames": ("a.gif", gif_of(20_000), "too_many_pixels"),
}
BOMBS = {what: ("a.jpg", *case) for what, case in HOSTILE.items() if case[1] != "unsupported_type"}


@pytest.mark.parametrize(("name", "data", "code"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_and_leaves_nothing(adas, name, data, code):
    with leaving_nothing():
        response = send(adas, (name, data))
    assert response.status_code == (415 if code == "type_mismatch" else 400)
    assert refusals(response) == [("files.0", code)]


@pytest.mark.parametrize(("name", "make", "code"), BOMBS.values(), ids=BOMBS)
def test_a_small_file_that_is_heavy_is_refused_quickly(adas, name, make, code):
    data = make()
    began = time.monotonic()
    with leaving_nothing():
        response = send(adas, (name, data))
    assert refusals(response) == [("files.0", code)]
    assert time.monotonic() - began < QUICK


def test_postscript_never_starts_a_decoder(adas):
    with leaving_nothing():
        response = send(adas, ("a.jpg", hostile.postscript_as_jpeg()), ("a.eps", hostile.postscript_as_jpeg()))
    assert refusals(response) == [("files.0", "type_mismatch"), ("files.1", "unsupported_type")]


@pytest.mark.parametrize("make", [hostile.looping_exif, hostile.huge_count_exif, hostile.looping_tiff])
def test_what_points_at_itself_ends(adas, make):
    began = time.monotonic()
    assert send(adas, ("a.jpg", make())).status_code in {201, 400}
    assert time.monotonic() - began < QUICK


def test_a_place_of_nothing_by_nothing_is_no_place(adas):
    send(adas, ("a.jpg", hostile.zero_rationals()))
    image = Image.objects.get()
    assert (image.location_lat, image.location_lon, image.aperture, image.focal_length) == (None,) * 4
    assert image.shutter_speed == ""


def test_nul_and_broken_utf8_in_exif_become_clean_text(adas):
    (result,) = send(adas, ("a.jpg", hostile.odd_text_exif())).json()["results"]
    told = json.dumps(result["image"]["metadata"], ensure_ascii=False)
    assert result["status"] == "created"
    assert "\\u00" not in told  # as JSON writes control characters
    assert "\u202e" not in told
    assert result["image"]["metadata"]["camera_make"].startswith("Can")


def test_an_original_is_kept_byte_for_byte(adas):
    (result,) = send(adas, ("a.jpg", camera_jpeg())).json()["results"]
    assert adas.get(f"/api/images/{result['id']}/download").getvalue() == camera_jpeg()


@pytest.mark.parametrize(
    "behind", [boxed(b"mp42", b"mdat" + bytes(5000)), bytes(3000), b"SEFH\x6b" + bytes(40) + b"SEFT"]
)
def test_a_picture_with_other_data_behind_it_is_taken(adas, behind):
    """As motion photos and panoramas of phones are."""
    (result,) = send(adas, ("motion.jpg", PHOTO + behind)).json()["results"]
    assert (result["status"], result["kind"], result["image"]["width"]) == ("created", "image", 80)
    assert result["file"]["size"] == len(PHOTO + behind)


def test_angle_brackets_in_a_caption_are_no_markup(adas):
    assert send(adas, ("a.jpg", jpeg(40, 30, comment=b"a < b, c > d, <3, <Ada@example.org>"))).status_code == 201


def test_one_pixel_is_enough(adas):
    assert send(adas, ("a.png", encoded(scene(1, 1), "PNG"))).status_code == 201


def test_a_site_may_ask_for_more_pixels_or_fewer(adas, settings):
    settings.MIN_IMAGE_DIMENSION, settings.MAX_IMAGE_PIXELS = 50, 10_000
    with leaving_nothing():
        response = send(adas, ("a.jpg", jpeg(200, 49)), ("b.jpg", jpeg(101, 100)))
    assert refusals(response) == [("files.0", "dimensions_too_small"), ("files.1", "too_many_pixels")]
    assert send(adas, ("c.jpg", jpeg(100, 100))).status_code == 201


def test_a_hostile_picture_harms_none_of_those_beside_it(adas):
    files = [(f"{number}.txt", some_text()) for number in range(2)]
    response = send(adas, files[0], ("bomb.webp", hostile.giant_webp()), ("good.jpg", PHOTO), files[1])
    assert [each["status"] for each in response.json()["results"]] == ["created", "rejected", "created", "created"]
    assert File.objects.count() == 3


def test_a_renditions_bytes_carry_nothing_from_behind_the_picture(adas):
    (result,) = send(adas, ("a.jpg", PHOTO + b"SECRET-TRAILER" * 9)).json()["results"]
    answer = adas.get(result["image"]["thumbnails"]["small"]["url"])
    assert b"SECRET-TRAILER" not in io.BytesIO(b"".join(answer)).getvalue()
