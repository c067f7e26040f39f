import json

import pytest
from PIL.TiffImagePlugin import IFDRational

from gallery.imaging.exif_listing import exif_text, listing, plain_value, user_comment
from gallery.imaging.sources import Sources
from gallery.tests import pictures


def test_tags_have_names_and_plain_values(metadata_of):
    listed = metadata_of(pictures.camera_jpeg()).exif
    assert (listed["Make"], listed["FNumber"], listed["ExposureTime"], listed["ISOSpeedRatings"]) == (
        "Ateliercam", 2.8, 0.004, 400,
    )  # fmt: skip


def test_the_place_and_serial_numbers_are_kept_apart(metadata_of):
    listed = metadata_of(pictures.camera_jpeg()).exif
    place, serial = listed.pop("GPS"), listed.pop("Serial")
    assert place["GPSLatitudeRef"] == "N"
    assert serial == {"BodySerialNumber": pictures.CAMERA["serial"]}
    assert pictures.CAMERA["serial"] not in json.dumps(listed)
    assert "GPS" not in json.dumps(listed)


@pytest.mark.parametrize(
    ("tag", "value", "plain"),
    [
        (0x9000, b"0232", "0232"),
        (0x9286, b"ASCII\0\0\0hello", "hello"),
        (0xA432, (IFDRational(24), IFDRational(70), IFDRational(28, 10), NotImplemented), None),
        (0xA432, (IFDRational(24), IFDRational(70)), [24, 70]),
        (0x829A, IFDRational(0, 0), None),
        (0x0110, "  ", None),
        (0x9214, tuple(range(100)), None),
        (0x0001, b"\x00\xff\x01", None),
        (0x0001, b"", None),
    ],
)
def test_values_are_plain_or_left_out(tag, value, plain):
    assert plain_value(tag, value) == plain


def test_maker_notes_and_offsets_are_not_listed():
    sources = Sources(exif={0x927C: b"secret", 0x8769: 26, 0x0111: (8, 16), 0x02BC: b"<x/>", 0x010F: "Canon"})
    assert listing(sources) == {"Make": "Canon"}


def test_the_listing_is_bounded():
    sources = Sources(exif=dict.fromkeys(range(70000), "x" * 9000), gps=dict.fromkeys(range(40), "y" * 9000))
    listed = listing(sources)
    assert len(listed) <= 202
    assert len(json.dumps(listed)) < 202 * 520 + 40 * 520


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"UNICODE\0" + "Zoë".encode("utf-16-le"), "Zoë"),
        (b"\0" * 8 + "Zoë".encode(), "Zoë"),
        (b"unknown!text", ""),
        ("no bytes", ""),
    ],
)
def test_comments_are_read_in_their_character_set(raw, text):
    assert user_comment(raw) == text


@pytest.mark.parametrize(("raw", "text"), [("Ã©", "é"), ("é", "é"), ("日本", "日本"), (7, ""), (b"caf\xe9", "café")])
def test_text_that_pillow_took_for_latin_is_put_right(raw, text):
    assert exif_text(raw) == text
