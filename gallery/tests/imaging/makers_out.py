"""Files that tell more than their artist means to, for the tests of renditions and redactions.

Every secret is one of `SECRETS`, as bytes that must not be found in what a stranger gets; `AUTHOR` must be.
"""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gallery.imaging.redaction import apply, find_redactions
from gallery.tests.pictures import encoded, scene

SERIAL, OWNER, MAKER, PREVIEW, TOWN = b"SN-0815-4711", b"Ben Of Nikon", b"MAKERNOTE-BLOB", b"PREVIEW-PIXELS", b"Munich"
LATITUDE = struct.pack("<6I", 48, 1, 8, 1, 1323, 100)
AUTHOR, RIGHTS = b"Ada Lovelace", b"(c) Ada 2026"
SECRETS = (SERIAL, OWNER, MAKER, PREVIEW, TOWN, LATITUDE)
PRIVATE_SECRETS = (SERIAL, OWNER, MAKER, PREVIEW)

XMP_PACKET = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    b' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/"'
    b' exif:GPSLatitude="48,8.2205N" aux:SerialNumber="' + SERIAL + b"\" aux:OwnerName='" + OWNER + b"'>"
    b"<dc:creator><rdf:Seq><rdf:li>" + AUTHOR + b"</rdf:li></rdf:Seq></dc:creator>"
    b'<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>'
    + TOWN
    + b"</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
    b"<xmp:Thumbnails><rdf:Alt><rdf:li><xmpGImg:image>"
    + PREVIEW
    + b"</xmpGImg:image></rdf:li></rdf:Alt></xmp:Thumbnails>"
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    b'<?xpacket end="w"?>'
)


def exif_block(order: str = "<") -> bytes:
    """TIFF with author, owner, serial, maker note, place and a thumbnail in IFD1; `order` as in `struct`."""
    ifd0 = {0x010F: (2, b"Nikon\0"), 0x013B: (2, AUTHOR + b"\0"), 0x8298: (2, RIGHTS + b"\0")}
    photo = {0x927C: (7, MAKER), 0xA430: (2, OWNER + b"\0"), 0xA431: (2, SERIAL + b"\0"), 0xA433: (2, b"Nikkor\0")}
    place = {1: (2, b"N\0"), 2: (5, struct.pack(order + "6I", 48, 1, 8, 1, 1323, 100))}
    preview = {0x0103: (3, struct.pack(order + "H", 6)), 0x0201: (4, b""), 0x0202: (4, struct.pack(order + "I", 14))}
    pointers = {0x8769: (4, bytes(4)), 0x8825: (4, bytes(4))}
    starts, at = [], 8
    for directory in ({**ifd0, **pointers}, photo, place, preview):
        starts.append(at)
        at += len(directory_bytes(directory, at, order))
    pointers = {0x8769: (4, struct.pack(order + "I", starts[1])), 0x8825: (4, struct.pack(order + "I", starts[2]))}
    preview[0x0201] = (4, struct.pack(order + "I", at + 4))
    header = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    body = directory_bytes({**ifd0, **pointers}, starts[0], order, following=starts[3])
    body += directory_bytes(photo, starts[1], order) + directory_bytes(place, starts[2], order)
    return header + body + directory_bytes(preview, starts[3], order) + PREVIEW


def directory_bytes(entries: dict[int, tuple[int, bytes]], at: int, order: str = "<", following: int = 0) -> bytes:
    """A directory that stands at `at`, entries as {tag: (type, value)}, its longer values right behind it."""
    sizes = {2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
    table, values = b"", b""
    behind = at + 2 + 12 * len(entries) + 4
    for tag, (kind, value) in sorted(entries.items()):
        inline = value.ljust(4, b"\0")
        if len(value) > 4:
            inline = struct.pack(order + "I", behind + len(values))
            values += value + b"\0" * (len(value) % 2)
        table += struct.pack(order + "HHI", tag, kind, max(1, len(value) // sizes[kind])) + inline
    return struct.pack(order + "H", len(entries)) + table + struct.pack(order + "I", following) + values


def segment(marker: int, payload: bytes) -> bytes:
    """A marker segment of a JPEG."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload


def telling_jpeg(order: str = "<", *segments: bytes, size: tuple[int, int] = (64, 48)) -> bytes:
    """A JPEG with EXIF, XMP and whatever other segments."""
    plain = encoded(scene(*size), "JPEG", quality=80)
    exif = segment(0xE1, b"Exif\0\0" + exif_block(order))
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP_PACKET)
    return plain[:2] + exif + xmp + b"".join(segments) + plain[2:]


def telling(kind: str) -> bytes:
    """A picture of any container with the same EXIF and XMP in it."""
    if kind == "JPEG":
        return telling_jpeg()
    if kind == "PNG":
        return telling_png()
    if kind == "TIFF":
        return telling_tiff()
    if kind == "GIF":
        return telling_gif()
    return encoded(scene(64, 48), kind, exif=b"Exif\0\0" + exif_block(), xmp=XMP_PACKET)


def telling_png(*, packed: bool = False) -> bytes:
    """EXIF in its chunk, XMP in a text chunk, and a text of ImageMagick's."""
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP_PACKET.decode(), zip=packed)
    info.add_text("exif:BodySerialNumber", SERIAL.decode(), zip=packed)
    info.add_text("Author", AUTHOR.decode())
    return encoded(scene(64, 48), "PNG", exif=exif_block(), pnginfo=info)


def raw_profile_png(name: str, content: bytes, *, packed: bool = True) -> bytes:
    """A PNG as ImageMagick wrote them before there was a chunk for EXIF."""
    digits = content.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    info = PngInfo()
    info.add_text(f"Raw profile type {name}", f"\n{name}\n{len(content):8}\n{lines}\n", zip=packed)
    return encoded(scene(64, 48), "PNG", pnginfo=info)


def telling_gif() -> bytes:
    """XMP as Adobe puts it into GIF: text as it is, then a run of lengths that leads every reader to the end."""
    plain = encoded(scene(64, 48).quantize(16), "GIF")
    magic = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return plain[:-1] + b"\x21\xff\x0bXMP DataXMP" + XMP_PACKET + magic + plain[-1:]


def telling_tiff() -> bytes:
    """A page with the place, serial and XMP, and a second page that is a smaller version of it."""
    exif = Image.Exif()
    exif[0x013B], exif[0x02BC] = AUTHOR, XMP_PACKET
    exif.get_ifd(0x8769).update({0xA431: SERIAL.decode(), 0xA430: OWNER.decode(), 0x927C: MAKER})
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 13.23)})
    exif[0x8769] = exif[0x8825] = 0  # Pillow writes directories only where it finds their pointers
    page, reduced = scene(64, 48), Image.frombytes("L", (14, 1), PREVIEW)
    reduced.encoderinfo = {"tiffinfo": {0x00FE: 1}}
    buffer = io.BytesIO()
    page.save(buffer, "TIFF", exif=exif, save_all=True, append_images=[reduced])
    return buffer.getvalue()


def chunks_of(data: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG, each checksum checked."""
    found, at = {}, 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert checksum == zlib.crc32(kind + content), kind
        found[kind] = found.get(kind, b"") + content
        at += length + 12
    return found


def redacted(folder: Path, data: bytes, kind: str, *kinds: str) -> bytes:
    """`data` as a stranger gets it, without what is of `kinds` (all of them when none is named)."""
    path = folder / "original"
    path.write_bytes(data)
    patches = find_redactions(path, kind)
    return apply([patch for patch in patches if not kinds or patch.kind in kinds], data)


def pixels_of(data: bytes) -> tuple[Any, ...]:
    """What a decoder makes of a file: size, mode and bytes."""
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.mode, image.tobytes()


def wide_gamut_profile() -> bytes:
    """An RGB profile with the primaries of Display P3, written by hand (ICC.1:2022): D50 colorants, gamma 2.2."""
    tags = {
        b"desc": b"mluc" + bytes(4) + struct.pack(">2I2s2s2I", 1, 12, b"en", b"US", 8, 28) + "Wide".encode("utf-16-be"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.51512, 0.2412, -0.00105),
        b"gXYZ": _xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": _xyz(0.1571, 0.06657, 0.78407),
        **{name: b"curv" + bytes(4) + struct.pack(">IH", 1, 563) + bytes(2) for name in (b"rTRC", b"gTRC", b"bTRC")},
    }
    table, content = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += name + struct.pack(">2I", start + len(content), len(value))
        content += value.ljust(-(-len(value) // 4) * 4, b"\0")
    header = struct.pack(
        ">I4sI4s4s4s12s4s", start + len(content), b"", 0x04200000, b"mntr", b"RGB ", b"XYZ ", b"", b"acsp"
    )
    header = header.ljust(68, b"\0") + struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    return header.ljust(128, b"\0") + table + content


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))
