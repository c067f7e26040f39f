import io
import struct

import pytest
from PIL import Image

from gallery.tests import pictures
from gallery.tests.imaging import makers_out as makers
from gallery.tests.imaging.makers_out import redacted, segment

EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"


def markers(data):
    """The markers of a JPEG up to its first scan, each with its payload."""
    found, at = [], 2
    while data[at + 1] != 0xDA:
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        found.append((data[at + 1], data[at + 4 : at + 2 + length]))
        at += 2 + length
    return found


def extended(digest, content, place, total):
    return segment(0xE1, EXTENDED + digest + struct.pack(">II", total, place) + content)


def resources(*items):
    """Photoshop's image resources, each without a name."""
    return b"".join(
        b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + b"\0" * (len(content) % 2)
        for number, content in items
    )


def dataset(number, text):
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text


def movie(content):
    """An MP4 in which a place is told: a box `moov` around `content`."""
    return struct.pack(">I4s4sI", 16, b"ftyp", b"mp42", 0) + struct.pack(">I4s", 8 + len(content), b"moov") + content


def test_every_segment_stays_in_its_place(tmp_path):
    original = makers.telling_jpeg()
    assert [(m, len(p)) for m, p in markers(redacted(tmp_path, original, "JPEG"))] == [
        (m, len(p)) for m, p in markers(original)
    ]


@pytest.mark.parametrize("marker", [0xE0, 0xE3, 0xE5, 0xE6, 0xEB, 0xEC, 0xEF])
def test_a_makers_own_segment_is_emptied(marker, tmp_path):
    original = makers.telling_jpeg("<", segment(marker, b"GoPro\0" + makers.SERIAL))
    stranger = redacted(tmp_path, original, "JPEG")
    assert makers.SERIAL not in stranger
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


@pytest.mark.parametrize(
    "payload", [b"ICC_PROFILE\0\1\1profile", b"Adobe\0d\0\0\0\0\1", b"urn:iso:std:iso:ts:21496:-1\0\0\0"]
)
def test_what_decoders_need_is_left_alone(payload, tmp_path):
    marker = 0xEE if payload.startswith(b"Adobe") else 0xE2
    assert (marker, payload) in markers(redacted(tmp_path, makers.telling_jpeg("<", segment(marker, payload)), "JPEG"))


def test_exif_that_is_no_tiff_goes_whole(tmp_path):
    continued = segment(0xE1, b"Exif\0\0" + makers.MAKER * 3)
    assert makers.MAKER not in redacted(tmp_path, makers.telling_jpeg("<", continued), "JPEG")


def test_a_thumbnail_in_the_jfif_header_is_struck_out(tmp_path):
    header = b"JFIF\0\1\2\0\0\1\0\1\2\1" + b"\x51" * 6
    original = makers.telling_jpeg("<", segment(0xE0, header))
    assert (0xE0, header[:12] + bytes(8)) in markers(redacted(tmp_path, original, "JPEG"))


def test_extended_xmp_is_put_together_before_it_is_read(tmp_path):
    digest, half = b"A" * 32, len(makers.XMP_PACKET) // 2
    one, two = makers.XMP_PACKET[:half], makers.XMP_PACKET[half:]
    total = len(makers.XMP_PACKET)
    # In the wrong order, with another's piece between: the numbers say what belongs together.
    original = pictures.jpeg(64, 48)
    pieces = extended(digest, two, half, total) + extended(b"B" * 32, b"<a/>", 0, 4) + extended(digest, one, 0, total)
    stranger = redacted(tmp_path, original[:2] + pieces + original[2:], "JPEG")
    assert not [secret for secret in makers.SECRETS if secret in stranger]
    assert makers.AUTHOR in stranger


@pytest.mark.parametrize("number", [1033, 1036])
def test_photoshops_thumbnail_is_erased_and_disowned(number, tmp_path):
    block = resources((1005, b"kept"), (number, makers.PREVIEW), (1028, dataset(80, makers.AUTHOR)))
    stranger = redacted(tmp_path, makers.telling_jpeg("<", segment(0xED, b"Photoshop 3.0\0" + block)), "JPEG")
    (payload,) = (content for marker, content in markers(stranger) if marker == 0xED)
    assert makers.PREVIEW not in stranger
    assert struct.pack(">H", number) not in payload
    assert b"kept" in payload
    assert makers.AUTHOR in payload


@pytest.mark.parametrize("number", [26, 27, 90, 92, 95, 100, 101])
def test_the_places_of_iptc_become_spaces(number, tmp_path):
    block = resources((1028, dataset(80, makers.AUTHOR) + dataset(number, makers.TOWN) + dataset(116, makers.RIGHTS)))
    stranger = redacted(tmp_path, pictures.with_segment(pictures.jpeg(), 0xED, b"Photoshop 3.0\0" + block), "JPEG")
    assert block.replace(makers.TOWN, b" " * len(makers.TOWN)) in stranger


def test_resources_that_run_on_into_the_next_segment_are_one(tmp_path):
    block = resources((1036, makers.PREVIEW * 20))
    halves = (block[:40], block[40:])
    original = makers.telling_jpeg("<", *(segment(0xED, b"Photoshop 3.0\0" + half) for half in halves))
    assert makers.PREVIEW not in redacted(tmp_path, original, "JPEG")


def test_exif_and_xmp_among_photoshops_resources_are_redacted_too(tmp_path):
    block = resources((1058, makers.exif_block()), (1060, makers.XMP_PACKET))
    original = makers.telling_jpeg("<", segment(0xED, b"Photoshop 3.0\0" + block))
    stranger = redacted(tmp_path, original, "JPEG")
    assert not [secret for secret in makers.SECRETS if secret in stranger]


@pytest.mark.parametrize("between", [b"", b"\0" * 100, b"\xff\xd9" * 3, b"\xff\xd8\xff" * 5])
def test_a_second_jpeg_behind_the_first_is_redacted_as_well(between, tmp_path):
    original = pictures.jpeg(64, 48) + between + makers.telling_jpeg(">")
    stranger = redacted(tmp_path, original, "JPEG")
    assert not [secret for secret in makers.SECRETS if secret in stranger]
    second = stranger[stranger.rindex(b"\xff\xd8\xff\xe1") :]
    with Image.open(io.BytesIO(second)) as image:
        assert image.getexif()[0x013B] == makers.AUTHOR.decode()


def mpf_jpeg(*kinds):
    """A JPEG with an index of further pictures (kind, bytes) that follow it."""
    first = pictures.jpeg(64, 48)
    records = struct.pack(">IIIHH", 0x030000, len(first), 0, 0, 0)
    size = (
        4 + len(makers.directory_bytes({0xB001: (4, bytes(4)), 0xB002: (7, bytes(16 * (len(kinds) + 1)))}, 8, ">")) + 8
    )
    at = 2 + 4 + size
    start, offset = 2 + 4 + 4, at + len(first) - 2
    for kind, content in kinds:
        records += struct.pack(">IIIHH", kind, len(content), offset - start, 0, 0)
        offset += len(content)
    table = makers.directory_bytes({0xB001: (4, struct.pack(">I", len(kinds) + 1)), 0xB002: (7, records)}, 8, ">")
    index = segment(0xE2, b"MPF\0MM\0*" + struct.pack(">I", 8) + table)
    return first[:2] + index + first[2:] + b"".join(content for _, content in kinds)


def pictures_told_of(data):
    with Image.open(io.BytesIO(data)) as image:
        index = image._getmp() or {0xB001: 1, 0xB002: [{}]}
        return index[0xB001], len(index[0xB002])


@pytest.mark.parametrize("kind", [0x010001, 0x010002])
def test_a_large_preview_is_erased_and_struck_out_of_the_index(kind, tmp_path):
    original = mpf_jpeg((kind, makers.PREVIEW * 9), (0, pictures.jpeg(32, 24)))
    stranger = redacted(tmp_path, original, "JPEG")
    assert pictures_told_of(original) == (3, 3)
    assert pictures_told_of(stranger) == (2, 2)
    assert makers.PREVIEW not in stranger
    assert stranger.endswith(pictures.jpeg(32, 24))


def test_a_gain_map_stays_for_bright_screens(tmp_path):
    original = mpf_jpeg((0, pictures.jpeg(32, 24)))
    assert redacted(tmp_path, original, "JPEG") == original


@pytest.mark.parametrize(
    "content",
    [
        struct.pack(">I4sHH", 30, b"\xa9xyz", 18, 0x15C7) + b"+48.8583+002.2944/",
        struct.pack(">I4sI", 36, b"loci", 0) + b"\x15\xc7SECRETS\0" + b"\0\x30\xdb\xbb" * 3 + b"x\0",
        b"\0\0\0\x1amdta.location.ISO6709....+48.8583+002.2944+035.123/...",
    ],
)
def test_the_place_of_a_motion_photo_is_erased(content, tmp_path):
    original = pictures.jpeg(64, 48) + movie(struct.pack(">I4s", 8 + len(content), b"udta") + content)
    stranger = redacted(tmp_path, original, "JPEG")
    assert len(stranger) == len(original)
    assert not [word for word in (b"+48.8583", b"SECRETS", b"\xdb\xbb", b"ISO6709") if word in stranger]
    assert redacted(tmp_path, original, "JPEG", "private") == original


def test_a_packet_of_xmp_anywhere_behind_the_picture_is_redacted(tmp_path):
    original = pictures.jpeg(64, 48) + b"Samsung" * 200_000 + makers.XMP_PACKET + b"SEFT"
    stranger = redacted(tmp_path, original, "JPEG")
    assert not [secret for secret in makers.SECRETS if secret in stranger]
    assert makers.AUTHOR in stranger
