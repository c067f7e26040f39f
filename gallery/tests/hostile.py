"""Pictures that mean harm, each of a few kilobytes: every function gives the bytes of a file."""

import io
import struct
import zlib

from PIL import Image

from gallery.tests.pictures import encoded, gif_of, jpeg, jpeg_with_exif, scene

POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/tmp/owned) (w) file closefile\nshowpage\n"


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *chunks: bytes, pixels: bytes | None = None, colour: int = 0) -> bytes:
    """A PNG of 8 bits whose pixels, unless given, are all black and deflate to a thousandth."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    if pixels is None:
        pixels = zlib.compress(bytes(width * height + height), 9)
    body = b"".join(chunks) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + header + body


def giant_png(side: int = 50_000) -> bytes:
    """A header of `side` x `side` before a few kilobytes."""
    return png_of(side, side, pixels=zlib.compress(bytes(100_000)))


def png_with_text_bomb(kind: bytes = b"zTXt", megabytes: int = 20) -> bytes:
    """A good small PNG whose compressed text inflates to megabytes out of all proportion."""
    deflater = zlib.compressobj(9)
    squeezed = b"".join(deflater.compress(b"A" * (1 << 20)) for _ in range(megabytes)) + deflater.flush()
    lead = {b"zTXt": b"Comment\0\0", b"iTXt": b"Comment\0\1\0\0\0", b"iCCP": b"Profile\0\0"}[kind]
    return png_of(4, 4, png_chunk(kind, lead + squeezed))


def giant_webp() -> bytes:
    """28 bytes, and a canvas of 16,384 x 16,384 to allocate."""
    bits = 0x3FFF | 0x3FFF << 14
    body = b"WEBPVP8L" + struct.pack("<I", 8) + b"\x2f" + struct.pack("<I", bits) + b"\0\0\0"
    return b"RIFF" + struct.pack("<I", len(body)) + body


def many_scans(scans: int = 3000, side: int = 1000) -> bytes:
    """A progressive JPEG with one scan after the other, each of which visits every block again."""
    whole = encoded(Image.new("RGB", (side, side)), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + b"\xff\xd9"


def giant_gif() -> bytes:
    """A screen of 65,535 x 65,535 and one small frame."""
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0" + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HH", 65535, 65535) + b"\x80\0\0" + bytes(6) + frame + b"\x3b"


def giant_bmp() -> bytes:
    """A header of 30,000 x 30,000 and no pixels."""
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 30000, 30000, 1, 24, *(0,) * 6)


def odd_text_exif() -> bytes:
    """A photograph whose EXIF texts hold NUL, bytes that are no UTF-8, escapes and a bidirectional override."""
    texts = {0x010F: b"Can\0on\xff\xfe", 0x0110: b"\x1b[31mEvil\xc3\x28", 0x013B: "Ada \u202egpj.exe".encode()}
    return jpeg_with_exif(little_endian_exif([(tag, 2, len(text), text) for tag, text in texts.items()]))


def zero_rationals() -> bytes:
    """A photograph whose place, exposure and lens are 0/0 or 1/0."""
    nothing = struct.pack("<II", 0, 0)
    endless = struct.pack("<II", 1, 0)
    gps = [(1, 2, 2, b"N\0"), (2, 5, 3, nothing * 3), (3, 2, 2, b"E\0"), (4, 5, 3, nothing * 3)]
    camera = [(0x829A, 5, 1, nothing), (0x829D, 5, 1, endless), (0x920A, 5, 1, nothing)]
    return jpeg_with_exif(little_endian_exif(camera, gps))


def looping_exif() -> bytes:
    """A photograph whose Exif, GPS and next IFD all point back at the first one."""
    entries = struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<HHII", 0x8825, 4, 1, 8)
    return jpeg_with_exif(b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 8))


def looping_tiff() -> bytes:
    """A TIFF whose second page is its first."""
    data = bytearray(encoded(scene(20, 20), "TIFF"))
    (start,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, start)
    struct.pack_into("<I", data, start + 2 + 12 * count, start)
    return bytes(data)


def huge_count_exif() -> bytes:
    """A photograph whose EXIF announces four billion values."""
    return jpeg_with_exif(b"II*\0" + struct.pack("<IH", 8, 1) + struct.pack("<HHIII", 0x010F, 12, 2**32 - 1, 26, 0))


def postscript_as_jpeg() -> bytes:
    """PostScript: a decoder that is chosen by content would start Ghostscript for it."""
    return POSTSCRIPT


def little_endian_exif(entries: list, gps: list | None = None) -> bytes:
    """An EXIF block of raw entries (tag, type, count, value), with a GPS IFD where `gps` is given."""
    first = _ifd(8, [*entries, (0x8825, 4, 1, bytes(4))] if gps else entries)
    if not gps:
        return b"II*\0" + struct.pack("<I", 8) + first
    start = 8 + len(first)
    first = _ifd(8, [*entries, (0x8825, 4, 1, struct.pack("<I", start))])
    return b"II*\0" + struct.pack("<I", 8) + first + _ifd(start, gps)


def _ifd(start: int, entries: list) -> bytes:
    """Entries, then what does not fit into their four bytes."""
    table, values = io.BytesIO(), io.BytesIO()
    behind = start + 2 + 12 * len(entries) + 4
    for tag, kind, count, value in entries:
        where = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack("<I", behind + values.tell())
        table.write(struct.pack("<HHI", tag, kind, count) + where)
        values.write(value if len(value) > 4 else b"")
    return struct.pack("<H", len(entries)) + table.getvalue() + bytes(4) + values.getvalue()


HOSTILE = {
    "a truncated JPEG": (lambda: jpeg()[:-4000], "corrupt_image"),
    "a PNG of 50,000 x 50,000": (giant_png, "too_many_pixels"),
    "a PNG text bomb": (png_with_text_bomb, "corrupt_image"),
    "a WebP of 28 bytes": (giant_webp, "too_many_pixels"),
    "a JPEG of 3,000 scans": (many_scans, "too_many_pixels"),
    "a giant GIF": (giant_gif, "too_many_pixels"),
    "a giant BMP": (giant_bmp, "too_many_pixels"),
    "a GIF of 5,000 frames": (lambda: gif_of(5_000), "too_many_pixels"),
    "PostScript": (postscript_as_jpeg, "unsupported_type"),
}
"""What is refused, and the code that it is refused with."""
