"""Files that are no pictures, permitted ones and forbidden ones: every function gives the bytes of a file."""

import io
import struct
import wave
import zipfile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
PDF += b"trailer<</Root 1 0 R>>\n%%EOF\n"
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
WORD = {"word/document.xml": "<w:document/>"}
SHEET = {"xl/workbook.xml": "<workbook/>"}
SLIDES = {"ppt/presentation.xml": "<p:presentation/>"}
MACROS = {"word/vbaProject.bin": "macros"}


def zipped(entries: dict[str, str]) -> bytes:
    """A ZIP of these names and texts, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def office(entries: dict[str, str]) -> bytes:
    """An office document of today's Microsoft kind."""
    return zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>"} | entries)


def open_document(kind: str, **entries: str) -> bytes:
    """A document of LibreOffice's kind: `text`, `spreadsheet`, `presentation`, `graphics`."""
    return zipped({"mimetype": OPEN + kind, "content.xml": "<office/>"} | entries)


def old_office(*, macros: bool = False) -> bytes:
    """An OLE compound file, as office programs wrote until 2007."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    names = "_VBA_PROJECT" if macros else "WordDocument"
    return header.ljust(1024, b"\0") + names.encode("utf-16-le").ljust(2048, b"\0")


def sound(seconds: float = 0.1) -> bytes:
    """A WAV of silence."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as writer:
        writer.setparams((1, 2, 8000, 0, "NONE", ""))
        writer.writeframes(bytes(int(seconds * 16000)))
    return buffer.getvalue()


def boxed(brand: bytes, behind: bytes = b"") -> bytes:
    """A file of boxes, as MP4 and its relatives are, under this brand."""
    return struct.pack(">I", 24) + b"ftyp" + brand + struct.pack(">I", 512) + b"isom" + brand + behind + bytes(64)


def matroska(kind: bytes) -> bytes:
    """The head of a `webm` or `matroska` file."""
    name = b"\x42\x82" + bytes([0x80 | len(kind)]) + kind
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(name)]) + name + bytes(200)


def photoshop(version: int = 1) -> bytes:
    """The head of a PSD, or with version 2 of a PSB, of 4 x 4."""
    return b"8BPS" + struct.pack(">H6xHIIHH", version, 3, 4, 4, 8, 3) + bytes(12) + bytes(50)


def mp3() -> bytes:
    """Frames of 128 kbit/s at 44.1 kHz."""
    return (b"\xff\xfb\x90\x00" + bytes(413)) * 4


def ogg(head: bytes) -> bytes:
    """One page that starts a stream of this head."""
    return b"OggS\0\x02" + bytes(20) + b"\x01" + bytes([len(head)]) + head


def elf() -> bytes:
    """The head of a Linux program."""
    return b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHI", 2, 62, 1) + bytes(100)


def windows_program() -> bytes:
    """The head of a Windows program."""
    stub = b"MZ" + bytes(58) + struct.pack("<I", 128)
    return (
        stub.ljust(78, b"\0")
        + b"This program cannot be run in DOS mode.\r\r\n$".ljust(50, b"\0")
        + b"PE\0\0"
        + bytes(200)
    )
