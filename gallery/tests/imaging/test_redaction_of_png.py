import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gallery.imaging.redaction.layers import UnfitError, deflated
from gallery.tests.imaging import makers_out as makers
from gallery.tests.imaging.makers_out import chunks_of, redacted
from gallery.tests.pictures import encoded, scene

PROFILES = [("exif", makers.exif_block()), ("APP1", b"Exif\0\0" + makers.exif_block()), ("xmp", makers.XMP_PACKET)]


@pytest.mark.parametrize("kinds", [(), ("private",)])
@pytest.mark.parametrize("packed", [False, True])
def test_every_checksum_is_right_again(packed, kinds, tmp_path):
    original = makers.telling_png(packed=packed)
    stranger = redacted(tmp_path, original, "PNG", *kinds)
    assert stranger != original
    assert b"eXIf" in chunks_of(stranger)


def test_compressed_xmp_is_taken_out_redacted_and_put_back(tmp_path):
    original = makers.telling_png(packed=True)
    assert makers.TOWN not in original
    with Image.open(io.BytesIO(redacted(tmp_path, original, "PNG"))) as image:
        packet = image.text["XML:com.adobe.xmp"].encode()
    assert len(packet) == len(makers.XMP_PACKET)
    assert makers.AUTHOR in packet
    assert not [secret for secret in makers.SECRETS if secret in packet]


def test_a_text_named_for_a_secret_becomes_an_empty_comment(tmp_path):
    with Image.open(io.BytesIO(redacted(tmp_path, makers.telling_png(), "PNG"))) as image:
        assert image.text["Comment"].strip() == ""
        assert image.text["Author"] == makers.AUTHOR.decode()
        assert "exif:BodySerialNumber" not in image.text


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("name", "content"), PROFILES)
def test_the_raw_profiles_of_imagemagick_are_redacted(name, content, packed, tmp_path):
    original = makers.raw_profile_png(name, content, packed=packed)
    stranger = redacted(tmp_path, original, "PNG")
    with Image.open(io.BytesIO(stranger)) as image:
        _, _, length, digits = image.text[f"Raw profile type {name}"].split("\n", 3)
    profile = bytes.fromhex(digits)
    assert len(profile) == int(length) == len(content)
    assert makers.AUTHOR in profile
    assert not [secret for secret in makers.SECRETS if secret in profile]
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


def test_a_raw_profile_of_iptc_loses_its_places(tmp_path):
    content = b"\x1c\x02\x5a\0\x06" + makers.TOWN + b"\x1c\x02\x50\0\x0c" + makers.AUTHOR
    with Image.open(
        io.BytesIO(redacted(tmp_path, makers.raw_profile_png("iptc", content, packed=False), "PNG"))
    ) as image:
        profile = bytes.fromhex(image.text["Raw profile type iptc"].split("\n", 3)[3])
    assert profile == content.replace(makers.TOWN, b" " * 6)


@pytest.mark.parametrize("text", ["no digits at all", "\nexif\n   4\nzzzz\n"])
def test_a_profile_that_cannot_be_read_is_blanked(text, tmp_path):
    info = PngInfo()
    info.add_text("Raw profile type exif", text, zip=True)
    stranger = redacted(tmp_path, encoded(scene(20, 20), "PNG", pnginfo=info), "PNG")
    with Image.open(io.BytesIO(stranger)) as image:
        assert "Raw profile type exif" not in image.text
    assert chunks_of(stranger)[b"tEXt"].startswith(b"Comment\0")


def test_a_text_that_inflates_without_end_is_blanked(tmp_path):
    bomb = b"XML:com.adobe.xmp\0\0" + zlib.compress(bytes(20_000_000), 9)
    info = PngInfo()
    info.add(b"zTXt", bomb)
    stranger = redacted(tmp_path, encoded(scene(20, 20), "PNG", pnginfo=info), "PNG")
    assert chunks_of(stranger)[b"tEXt"].startswith(b"Comment\0")
    assert b"zTXt" not in chunks_of(stranger)


def test_content_credentials_go_with_the_preview_in_them(tmp_path):
    info = PngInfo()
    info.add(b"caBX", b"jumb" + makers.PREVIEW)
    stranger = redacted(tmp_path, encoded(scene(20, 20), "PNG", pnginfo=info), "PNG")
    assert makers.PREVIEW not in stranger
    assert b"caBX" not in chunks_of(stranger)


def test_xmp_behind_the_end_is_redacted(tmp_path):
    stranger = redacted(tmp_path, encoded(scene(20, 20), "PNG") + makers.XMP_PACKET, "PNG")
    assert not [secret for secret in makers.SECRETS if secret in stranger]


@given(st.binary(max_size=400), st.integers(0, 200))
def test_any_text_fits_a_longer_stream_exactly_or_is_said_not_to(data, longer):
    length = len(zlib.compress(data, 9)) + longer
    try:
        stream = deflated(data, length)
    except UnfitError:
        assert longer < 40
        return
    assert len(stream) == length
    unpacker = zlib.decompressobj()
    assert unpacker.decompress(stream) == data
    assert unpacker.eof
    assert unpacker.unused_data == b""
