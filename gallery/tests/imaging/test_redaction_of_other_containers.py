import io
import struct

import pytest
from PIL import Image

from gallery.imaging.redaction import heif
from gallery.imaging.redaction.block import Block
from gallery.imaging.redaction.patch import apply
from gallery.tests import pictures
from gallery.tests.imaging import makers_out as makers
from gallery.tests.imaging.makers_out import redacted


def box(kind, *content):
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def webp_with(kind, content):
    data = pictures.encoded(pictures.scene(64, 48), "WEBP", exif=b"Exif\0\0" + makers.exif_block())
    chunk = kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8 + len(chunk)) + data[8:] + chunk


def items_file(version, *, inside=False, thumbnail=b"", exif_head=b"\0\0\0\0"):
    """A HEIF by hand: item 1 is EXIF, item 2 XMP, item 3 a thumbnail, in `mdat` or in the meta box's own `idat`."""
    contents = [exif_head + makers.exif_block(), makers.XMP_PACKET, thumbnail]
    kinds = [b"Exif\0", b"mime\0application/rdf+xml\0", b"hvc1\0"]
    infe = [box(b"infe", b"\2\0\0\0", struct.pack(">HH", n, 0), kind) for n, kind in enumerate(kinds, 1)]
    iinf = box(b"iinf", b"\0\0\0\0", struct.pack(">H", 3), *infe)
    iref = box(b"iref", b"\0\0\0\0", box(b"thmb", struct.pack(">HHH", 3, 1, 1)))
    ftyp = box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    data = b"".join(contents)

    def locations(base):
        table, at = b"", 0
        for number, content in enumerate(contents, 1):
            # Each in two extents, for a reader must put them together.
            half, method = len(content) // 2, struct.pack(">H", int(inside)) if version else b""
            table += struct.pack(">I" if version == 2 else ">H", number) + method + struct.pack(">HIH", 0, base, 2)
            table += struct.pack(">IIII", at, half, at + half, len(content) - half)
            at += len(content)
        count = struct.pack(">I" if version == 2 else ">H", len(contents))
        return box(b"iloc", bytes([version, 0, 0, 0]), b"\x44\x40", count, table)

    def file(base):
        idat = [box(b"idat", data)] if inside else []
        return ftyp + box(b"meta", b"\0\0\0\0", iinf, locations(base), iref, *idat) + box(b"mdat", data)

    return file(0 if inside else len(file(0)) - len(data))


@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
def test_a_webp_keeps_its_exif_with_or_without_a_name_before_it(prefix, tmp_path):
    plain = pictures.encoded(pictures.scene(64, 48), "WEBP")
    content = prefix + makers.exif_block()
    chunk = b"EXIF" + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    stranger = redacted(tmp_path, plain + chunk, "WEBP")
    assert not [secret for secret in makers.PRIVATE_SECRETS if secret in stranger]
    assert makers.AUTHOR in stranger


@pytest.mark.parametrize("kind", [b"C2PA", b"SONY", b"iptc"])
def test_a_chunk_of_webp_that_nobody_knows_is_emptied(kind, tmp_path):
    original = webp_with(kind, makers.PREVIEW)
    stranger = redacted(tmp_path, original, "WEBP")
    assert makers.PREVIEW not in stranger
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


def test_exif_in_a_webp_that_is_no_tiff_goes_whole(tmp_path):
    assert makers.SERIAL not in redacted(tmp_path, webp_with(b"EXIF", makers.SERIAL), "WEBP")


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("version", [1, 2])
def test_items_are_found_wherever_they_lie(version, inside, tmp_path):
    stranger = redacted(tmp_path, items_file(version, inside=inside), "HEIF")
    place = stranger[: stranger.index(b"mdat")] if inside else stranger
    assert not [secret for secret in makers.SECRETS if secret in place]
    assert makers.AUTHOR in place


def test_the_oldest_table_of_items_is_read_too(tmp_path):
    stranger = redacted(tmp_path, items_file(0), "HEIF")
    assert not [secret for secret in makers.SECRETS if secret in stranger]


@pytest.mark.parametrize("head", [b"\0\0\0\6Exif\0\0", b"\0\0\0\0Exif\0\0", b"\0\0\0\3abc"])
def test_the_way_to_the_tiff_header_is_found(head, tmp_path):
    stranger = redacted(tmp_path, items_file(1, exif_head=head), "HEIF")
    assert not [secret for secret in makers.SECRETS if secret in stranger]
    assert makers.AUTHOR in stranger


def test_exif_that_cannot_be_found_goes_whole(tmp_path):
    stranger = redacted(tmp_path, items_file(1, exif_head=b"\x7f\xff\xff\xff"), "HEIF")
    assert makers.MAKER not in stranger


def test_the_pixels_of_a_thumbnail_are_erased(tmp_path):
    assert makers.PREVIEW not in redacted(tmp_path, items_file(1, thumbnail=makers.PREVIEW), "HEIF")


def test_a_heic_with_thumbnails_still_opens(tmp_path):
    original = pictures.heic(800, 600, thumbnails=[128], exif=b"Exif\0\0" + makers.exif_block())
    stranger = redacted(tmp_path, original, "HEIF")
    assert makers.SERIAL not in stranger
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


def test_a_makers_own_box_becomes_free_space_and_adobes_stays(tmp_path):
    adobe = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
    original = (
        pictures.avif(64, 48)
        + box(b"uuid", b"C2PA-CREDENTIALS", makers.PREVIEW)
        + box(b"uuid", adobe, makers.XMP_PACKET)
    )
    stranger = redacted(tmp_path, original, "AVIF")
    assert not [secret for secret in makers.SECRETS if secret in stranger]
    assert makers.AUTHOR in stranger
    assert makers.pixels_of(stranger) == makers.pixels_of(original)


@pytest.mark.parametrize("length", [0, 1])
def test_a_box_may_reach_to_the_end_or_have_a_long_length(length):
    content = b"to the end"
    head = struct.pack(">I4s", length, b"test") + (struct.pack(">Q", 16 + len(content)) if length else b"")
    assert [(each.kind, each.content.read()) for each in heif.boxes(Block.whole(head + content))] == [
        (b"test", content)
    ]


def test_xmp_in_a_gif_is_blanked_with_spaces_so_that_its_walk_still_ends(tmp_path):
    stranger = redacted(tmp_path, makers.telling_gif(), "GIF")
    start = stranger.index(b"XMP DataXMP")
    assert b"\0" not in stranger[start : stranger.index(b"\x01\xff\xfe\xfd")]
    with Image.open(io.BytesIO(stranger)) as image:
        assert image.n_frames == 1


def test_a_gif_whose_xmp_never_ends_is_blanked_to_its_end(tmp_path):
    original = makers.telling_gif()
    cut = original[: original.index(makers.TOWN) + len(makers.TOWN)]
    assert makers.TOWN not in redacted(tmp_path, cut, "GIF")


def test_a_block_reads_and_writes_across_its_stretches():
    block = Block(b"0123456789", [(8, 2), (1, 3), (5, 90), (50, 3)], [])
    assert block.read() == b"8912356789"
    assert block.read(1, 3) == b"912"
    assert block.part(4, 3).read() == b"356"
    assert block.number(0, 2, "big") == 0x3839
    assert block.read(-1, 2) == block.read(99, 2) == b""
    block.write(1, b"abcd", "private")
    block.erase(5, 2, "private")
    assert apply(block.patches, block.file) == b"0bcd4\0\x00" + b"78a"
