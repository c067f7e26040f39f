"""The promise, for every container alike; what is special about each is told in a file of its own."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from gallery.imaging.redaction import apply, find_redactions
from gallery.tests import pictures
from gallery.tests.imaging import makers_out as makers

CONTAINERS = ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF", "HEIF"]
WITH_EXIF = [kind for kind in CONTAINERS if kind != "GIF"]


@pytest.mark.parametrize("kind", CONTAINERS)
def test_what_is_secret_is_gone(kind, tmp_path):
    original = makers.telling(kind)
    assert makers.SERIAL in original
    stranger = makers.redacted(tmp_path, original, kind)
    assert not [secret for secret in makers.SECRETS if secret in stranger]


@pytest.mark.parametrize("kind", CONTAINERS)
def test_length_and_pixels_stay(kind, tmp_path):
    original = makers.telling(kind)
    stranger = makers.redacted(tmp_path, original, kind)
    assert len(stranger) == len(original)
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


@pytest.mark.parametrize("kind", CONTAINERS)
def test_whose_work_it_is_stays(kind, tmp_path):
    original = makers.telling(kind)
    stranger = makers.redacted(tmp_path, original, kind)
    assert stranger.count(makers.AUTHOR) == original.count(makers.AUTHOR) > 0


@pytest.mark.parametrize("kind", CONTAINERS)
def test_a_place_that_is_shared_stays_and_the_rest_is_gone(kind, tmp_path):
    original = makers.telling(kind)
    stranger = makers.redacted(tmp_path, original, kind, "private")
    assert not [secret for secret in makers.PRIVATE_SECRETS if secret in stranger]
    assert stranger.count(makers.TOWN) == original.count(makers.TOWN) > 0
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_readers_of_exif_find_the_artist_and_no_place(kind, tmp_path):
    stranger = makers.redacted(tmp_path, makers.telling(kind), kind)
    with Image.open(io.BytesIO(stranger)) as image:
        exif = image.getexif()
        assert exif[0x013B] == makers.AUTHOR.decode()
        assert 0x8825 not in exif
        assert not exif.get_ifd(0x8825)
        assert not {0x927C, 0xA430, 0xA431} & set(exif.get_ifd(0x8769))


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_a_shared_place_can_still_be_read(kind, tmp_path):
    stranger = makers.redacted(tmp_path, makers.telling(kind), kind, "private")
    with Image.open(io.BytesIO(stranger)) as image:
        assert [float(part) for part in image.getexif().get_ifd(0x8825)[2]] == [48.0, 8.0, 13.23]


@pytest.mark.parametrize("kind", CONTAINERS)
def test_what_is_redacted_needs_no_redaction_again(kind, tmp_path):
    stranger = makers.redacted(tmp_path, makers.telling(kind), kind)
    assert makers.redacted(tmp_path, stranger, kind) == stranger


@pytest.mark.parametrize(
    ("kind", "maker"),
    [
        ("JPEG", pictures.jpeg),
        ("PNG", pictures.transparent_png),
        ("GIF", pictures.animation),
        ("AVIF", pictures.avif),
        ("HEIF", pictures.heic),
        ("TIFF", pictures.tiff),
        ("BMP", pictures.bmp),
    ],
)
def test_a_picture_that_tells_nothing_has_no_redactions(kind, maker, tmp_path):
    assert find_redactions(pictures.place(tmp_path, maker()), kind) == []


@pytest.mark.parametrize("kind", [*CONTAINERS, "BMP", "unheard of"])
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0\x08\0\0\0", b"\xff" * 99])
def test_odd_bytes_give_an_answer(kind, data, tmp_path):
    stranger = apply(find_redactions(pictures.place(tmp_path, data), kind), data)
    assert len(stranger) == len(data)


@pytest.mark.parametrize("kind", CONTAINERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=12), cut=st.integers(1, 6000))
def test_damaged_metadata_give_an_answer_of_the_same_length(kind, tmp_path, changes, cut):
    data = bytearray(makers.telling(kind)[:cut])
    for position, value in changes:
        data[position % len(data)] = value
    assert len(makers.redacted(tmp_path, bytes(data), kind)) == len(data)
