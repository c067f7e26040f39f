import io
import struct
import time

import pytest
from PIL import Image

from gallery.imaging.redaction import tiff
from gallery.imaging.redaction.block import Block
from gallery.imaging.redaction.ifd import Layout, read_directory
from gallery.imaging.redaction.patch import apply
from gallery.tests.imaging import makers_out as makers


def redacted(data, *kinds, pages=False):
    block = Block.whole(data)
    tiff.redact(block, pages=pages)
    ordered = sorted(block.patches, key=lambda patch: patch.kind == "location")
    return apply([patch for patch in ordered if not kinds or patch.kind in kinds], data)


def tags(data, start=None):
    block = Block.whole(data)
    layout = Layout.of(block)
    directory = read_directory(block, layout, layout.first if start is None else start)
    return [entry.tag for entry in directory.entries], directory.following


def header(first=8):
    return b"II*\0" + struct.pack("<I", first)


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_ranks_close_where_an_entry_goes(order):
    stranger = redacted(makers.exif_block(order))
    assert tags(stranger) == ([0x010F, 0x013B, 0x8298, 0x8769], 0)
    assert not [secret for secret in makers.PRIVATE_SECRETS if secret in stranger]


@pytest.mark.parametrize("order", ["<", ">"])
def test_values_that_stay_are_where_they_were(order):
    stranger = redacted(makers.exif_block(order))
    exif = Image.Exif()
    exif.load(b"Exif\0\0" + stranger)
    assert exif[0x8298] == makers.RIGHTS.decode()
    assert exif.get_ifd(0x8769) == {0xA433: "Nikkor"}


def test_without_the_place_alone_the_pointer_to_it_stays():
    found, following = tags(redacted(makers.exif_block(), "private"))
    assert 0x8825 in found
    assert following == 0


def test_a_preview_in_the_first_directory_goes_as_well():
    value = struct.pack("<I", 50)
    table = makers.directory_bytes({0x010F: (2, b"A\0"), 0x0201: (4, value), 0x0202: (4, b"\x0e\0\0\0")}, 8)
    data = (header() + table).ljust(50, b"\0") + makers.PREVIEW
    stranger = redacted(data)
    assert makers.PREVIEW not in stranger
    assert tags(stranger)[0] == [0x010F]


def test_what_an_entry_that_stays_points_at_is_spared():
    maker = struct.pack("<HHII", 0x927C, 7, 20, 60)
    author = struct.pack("<HHII", 0x013B, 2, 8, 64)
    data = header() + struct.pack("<H", 2) + author + maker + bytes(4)
    data = data.ljust(60, b"\0") + b"MMMM" + b"Lovelace" + b"M" * 8
    assert redacted(data).endswith(bytes(4) + b"Lovelace" + bytes(8))


def test_a_value_that_claims_more_than_there_is_spares_nothing():
    maker = struct.pack("<HHII", 0x927C, 7, 14, 60)
    greedy = struct.pack("<HHII", 0x013B, 2, 0x7FFFFFFF, 8)
    data = (header() + struct.pack("<H", 2) + greedy + maker + bytes(4)).ljust(60, b"\0") + makers.MAKER
    assert makers.MAKER not in redacted(data)


@pytest.mark.parametrize("tag", [0x8769, 0x8825, 0x014A])
def test_directories_that_point_at_themselves_come_to_an_end(tag):
    table = makers.directory_bytes({tag: (4, struct.pack("<I", 8))}, 8, following=8)
    assert len(redacted(header() + table)) == len(header() + table)


def test_thousands_of_directories_are_not_walked():
    tables = b"".join(makers.directory_bytes({1: (3, b"\0\0")}, 0, following=8 + 18 * (n + 1)) for n in range(20_000))
    began = time.process_time()
    redacted(header() + tables, pages=True)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("data", [b"", b"II", b"XX*\0\x08\0\0\0", header(0), header(10_000), header() + b"\xff\xff"])
def test_what_holds_no_directory_has_no_redactions(data):
    assert redacted(data) == data


def test_a_directory_cut_off_is_redacted_as_far_as_it_goes():
    whole = makers.exif_block()
    for end in range(8, len(whole), 7):
        assert makers.SERIAL not in redacted(whole[:end])


def test_the_smaller_page_of_a_tiff_goes_and_the_other_stays():
    stranger = redacted(makers.telling_tiff(), pages=True)
    assert makers.PREVIEW not in stranger
    with Image.open(io.BytesIO(stranger)) as image:
        assert image.n_frames == 1
        assert image.size == (64, 48)


def test_the_pages_of_a_document_stay():
    pages = [Image.new("L", (20, 10 + n), n) for n in range(3)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    assert redacted(buffer.getvalue(), pages=True) == buffer.getvalue()


def test_a_tiff_of_more_than_four_gigabytes_of_offsets_is_understood():
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0xC62F] = makers.SERIAL.decode()
    Image.new("L", (20, 10), 7).save(buffer, "TIFF", big_tiff=True, exif=exif)
    stranger = redacted(buffer.getvalue(), pages=True)
    assert buffer.getvalue()[2:4] == b"+\0"
    assert makers.SERIAL in buffer.getvalue()
    assert makers.SERIAL not in stranger
    assert makers.pixels_of(stranger) == makers.pixels_of(buffer.getvalue())
