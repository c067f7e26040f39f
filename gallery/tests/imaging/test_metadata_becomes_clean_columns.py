import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational

from gallery.imaging.iptc import read_iptc
from gallery.imaging.xmp import read_xmp
from gallery.tests import hostile, pictures
from gallery.tests.pictures import exif, jpeg_with_exif, jpeg_with_iptc, jpeg_with_xmp

UTF16 = "Über".encode("utf-16-le") + b"\0\0"


def rdf(name, *texts, kind="Bag"):
    items = "".join(f"<rdf:li>{text}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def test_everything_a_camera_tells_is_read(metadata_of):
    read = metadata_of(pictures.camera_jpeg())
    assert (read.camera_make, read.camera_model, read.lens) == ("Ateliercam", "Mark I", "50mm f/1.8")
    assert (read.focal_length, read.aperture, read.iso, read.shutter_speed) == (50.0, 2.8, 400, "1/250")
    assert read.date_taken == "2024-05-17T14:30:59+02:00"
    assert (read.location_lat, read.location_lon) == pytest.approx(pictures.PLACE, abs=1e-6)
    assert (read.creator, read.copyright) == ("Ada Lovelace", "(c) 2024 Ada")


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "AVIF", "HEIF", "JPEG"])
def test_exif_is_read_from_every_container(metadata_of, kind):
    read = metadata_of(pictures.encoded(pictures.scene(), kind, exif=pictures.camera_exif()))
    assert (read.camera_make, read.iso) == ("Ateliercam", 400)


def test_a_picture_that_tells_nothing_has_empty_columns(metadata_of):
    read = asdict(metadata_of(pictures.jpeg()))
    assert read.pop("keywords") == []
    assert read.pop("exif") == {}
    assert set(read.values()) == {None}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (IFDRational(1, 250), "1/250"),
        (IFDRational(10, 1600), "1/160"),
        (IFDRational(1, 3), "1/3"),
        (IFDRational(1, 2), "1/2"),
        (IFDRational(4, 10), "0.4"),
        (IFDRational(13, 10), "1.3"),
        (IFDRational(2, 1), "2"),
        (IFDRational(30, 1), "30"),
        (IFDRational(0, 1), None),
    ],
)
def test_shutter_speeds_read_as_on_a_camera(metadata_of, seconds, text):
    assert metadata_of(jpeg_with_exif(exif(photo={0x829A: seconds}))).shutter_speed == text


def test_apex_values_stand_in_for_missing_ones(metadata_of):
    block = exif(photo={0x9201: IFDRational(8), 0x9202: IFDRational(4)})
    read = metadata_of(jpeg_with_exif(block))
    assert (read.shutter_speed, read.aperture) == ("1/256", 4.0)


@pytest.mark.parametrize(("tags", "iso"), [({0x8827: 65535, 0x8832: 102400}, 102400), ({0x8827: 0}, None)])
def test_a_sensitivity_too_large_for_its_tag_is_found(metadata_of, tags, iso):
    assert metadata_of(jpeg_with_exif(exif(photo=tags))).iso == iso


def test_camera_tags_in_the_wrong_directory_are_read(metadata_of):
    block = exif(ifd0={0x9003: "2020:02:29 01:02:03", 0x8827: 200})
    read = metadata_of(jpeg_with_exif(block))
    assert (read.date_taken, read.iso) == ("2020-02-29T01:02:03", 200)


def test_zero_rationals_leave_columns_empty(metadata_of):
    read = metadata_of(hostile.zero_rationals())
    assert (read.location_lat, read.location_lon) == (None, None)
    assert (read.shutter_speed, read.aperture, read.focal_length) == (None, None, None)


def test_odd_text_is_cleaned(metadata_of):
    read = metadata_of(hostile.odd_text_exif())
    assert (read.camera_make, read.camera_model, read.creator) == ("Can", "[31mEvilÃ(", "Ada gpj.exe")


@pytest.mark.parametrize("make", [hostile.looping_exif, hostile.huge_count_exif, hostile.looping_tiff])
def test_broken_directories_refuse_no_picture(metadata_of, make):
    assert metadata_of(make()).location_lat is None


def test_exif_in_utf8_is_read_as_such(metadata_of):
    block = hostile.little_endian_exif([(0x013B, 2, 7, "Zoë É".encode())])
    assert metadata_of(jpeg_with_exif(block)).creator == "Zoë É"


def test_the_two_copyrights_of_exif_are_both_told(metadata_of):
    text = b"(c) Ada\0(c) The Times\0"
    block = hostile.little_endian_exif([(0x8298, 2, len(text), text)])
    assert metadata_of(jpeg_with_exif(block)).copyright == "(c) Ada, (c) The Times"


def test_xmp_is_read(metadata_of):
    elements = rdf("dc:title", "Nuit", kind="Alt") + rdf("dc:subject", "sea", "night", "sea") + rdf("dc:creator", "Zoë")
    read = metadata_of(jpeg_with_xmp(elements))
    assert (read.title, read.keywords, read.creator, read.lens) == ("Nuit", ["sea", "night"], "Zoë", "XMP lens")


def test_the_default_language_comes_first():
    items = '<rdf:li xml:lang="fr">Nuit</rdf:li><rdf:li xml:lang="x-default">Night</rdf:li>'
    title = f"<dc:title><rdf:Alt>{items}</rdf:Alt></dc:title>"
    packet = pictures.XMP.format(attributes="", elements=title)
    assert read_xmp(packet.encode())["dc:title"] == ["Night", "Nuit"]


def test_iptc_is_read(metadata_of):
    data = jpeg_with_iptc(
        (5, b"Title"), (25, b"sea"), (25, b"caf\xe9"), (80, b"Ada"), (55, b"20240131"), (60, b"140559+0100")
    )
    read = metadata_of(data)
    assert (read.title, read.keywords, read.creator) == ("Title", ["sea", "café"], "Ada")
    assert read.date_taken == "2024-01-31T14:05:59+01:00"


def test_windows_own_tags_are_hints(metadata_of):
    block = exif(ifd0={0x9C9B: UTF16, 0x9C9E: "a;b c".encode("utf-16-le")})
    read = metadata_of(jpeg_with_exif(block))
    assert (read.title, read.keywords) == ("Über", ["a", "b c"])


def test_an_entity_bomb_in_xmp_is_not_read():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + pictures.XMP.encode()
    assert read_xmp(bomb) == {}


def test_broken_xmp_refuses_no_picture(metadata_of):
    assert metadata_of(jpeg_with_xmp("<dc:title>")).title is None


@given(st.binary(max_size=200) | st.binary(max_size=40).map(lambda tail: b"\x1c\x02\x05\0\x03abc" + tail))
def test_any_bytes_pass_through_the_iptc_reader(block):
    assert sum(len(values) for values in read_iptc(block).values()) <= 200


@given(st.binary(max_size=400))
def test_any_exif_gives_columns_fit_for_json(tmp_path_factory, block):
    from gallery.imaging.decode import open_picture
    from gallery.imaging.limits import Limits
    from gallery.imaging.metadata import read_metadata

    head = b"II*\0\x08\0\0\0" if len(block) % 2 else b""
    path = pictures.place(tmp_path_factory.getbasetemp(), jpeg_with_exif(head + block), "fuzzed")
    with open_picture(path, Limits()) as image:
        json.dumps(asdict(read_metadata(image)), allow_nan=False).encode("ascii")
