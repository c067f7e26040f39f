"""Which types of file are permitted, and how one is told from another: by its bytes.

A name only helps to tell texts apart (Markdown from CSV), and is held against the file where it claims a picture.
"""

import json
import mmap
import re
import zipfile
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import magic

from gallery.intake.names import extension_of

HEAD = 65_536


@dataclass(frozen=True)
class Type:
    """A permitted type: its MIME type and its extensions, the usual one first."""

    mime: str
    extensions: tuple[str, ...]

    @property
    def is_picture(self) -> bool:
        return self in PICTURES


PICTURES = (
    Type("image/jpeg", ("jpg", "jpeg", "jpe", "jfif", "mpo")),
    Type("image/png", ("png", "apng")),
    Type("image/webp", ("webp",)),
    Type("image/gif", ("gif",)),
    Type("image/tiff", ("tif", "tiff")),
    Type("image/bmp", ("bmp", "dib")),
    Type("image/avif", ("avif", "avifs")),
    Type("image/heic", ("heic", "heif", "hif")),
)
TEXTS = (
    Type("text/plain", ("txt", "text", "log", "")),
    Type("text/csv", ("csv",)),
    Type("text/markdown", ("md", "markdown")),
    Type("application/json", ("json",)),
)
OFFICE = (
    Type("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    Type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    Type("application/vnd.openxmlformats-officedocument.presentationml.presentation", ("pptx",)),
    Type("application/vnd.oasis.opendocument.text", ("odt",)),
    Type("application/vnd.oasis.opendocument.spreadsheet", ("ods",)),
    Type("application/vnd.oasis.opendocument.presentation", ("odp",)),
    Type("application/vnd.oasis.opendocument.graphics", ("odg",)),
    Type("application/msword", ("doc",)),
    Type("application/vnd.ms-excel", ("xls",)),
    Type("application/vnd.ms-powerpoint", ("ppt",)),
)
OTHERS = (
    Type("application/pdf", ("pdf",)),
    Type("application/zip", ("zip",)),
    Type("image/vnd.adobe.photoshop", ("psd", "psb")),
    Type("audio/mpeg", ("mp3",)),
    Type("audio/x-wav", ("wav",)),
    Type("audio/flac", ("flac",)),
    Type("audio/ogg", ("ogg", "oga", "opus")),
    Type("audio/x-m4a", ("m4a",)),
    Type("audio/x-hx-aac-adts", ("aac",)),
    Type("video/mp4", ("mp4", "m4v")),
    Type("video/quicktime", ("mov",)),
    Type("video/webm", ("webm",)),
    Type("video/ogg", ("ogv",)),
    Type("video/x-matroska", ("mkv",)),
    Type("video/x-msvideo", ("avi",)),
)
TYPES = {entry.mime: entry for entry in (*PICTURES, *TEXTS, *OFFICE, *OTHERS)}
PICTURE_EXTENSIONS = {extension for entry in PICTURES for extension in entry.extensions}

SIGNATURES = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"II[*+]\x00|MM\x00[*+]"), "image/tiff"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", re.DOTALL), "image/bmp"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "image/avif"),
    (re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmx]|heif|mif1|msf1)", re.DOTALL), "image/heic"),
)
ALIASES = {
    "application/csv": "text/csv",
    "audio/mp4": "audio/x-m4a",
    "audio/wav": "audio/x-wav",
    "audio/vnd.wave": "audio/x-wav",
    "audio/x-flac": "audio/flac",
    "video/x-m4v": "video/mp4",
    "image/x-ms-bmp": "image/bmp",
    "application/x-ndjson": "application/json",
}
MACROS = re.compile(r"vbaProject\.bin$|^Basic/|^Scripts/", re.IGNORECASE)
PROGRAMS = re.compile(r"^META-INF/MANIFEST\.MF$|^AndroidManifest\.xml$|^classes\d*\.dex$")
OLE_MACROS = (b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", b"M\0a\0c\0r\0o\0s\0")
BROWSER_RUNS = re.compile(
    rb"\s*(?:<\?xml|<!doctype|<html|<head|<body|<script|<svg|<iframe|<math|<\?php)", re.IGNORECASE
)
# What libmagic takes a piece of prose or a table for, now and then; it stays a text.
MISREAD = re.compile(
    r"text/(?:plain|csv|x-c|x-c\+\+|x-java|x-tex|x-diff|x-makefile|x-ruby|x-script\.python|x-python|troff|rtf|vnd\.graphviz)"
)
OCTETS = "application/octet-stream"
LARGEST_DIRECTORY = 4_000_000  # some 50,000 entries
PLAIN = re.compile(rb"[\t\n\r\x20-\x7e]+")


def recognise(path: Path, name: str) -> Type | None:
    """The permitted type of a file, judged by its bytes; None where it is not permitted.

    Reads the first 64 KiB, and the table of contents of a ZIP. A few milliseconds.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    mime = mime_of(path, head, name)
    found = TYPES.get(mime)
    if found is None or carries_macros_or_programs(path, found):
        return None
    return found


def mime_of(path: Path, head: bytes, name: str) -> str:
    for signature, mime in SIGNATURES:
        if signature.match(head):
            # "mif1" says no more than "some picture in a box"; the brands behind it tell AVIF from HEIC.
            return "image/avif" if mime == "image/heic" and b"avif" in head[8:64] else mime
    guess = magic.from_buffer(head, mime=True)
    guess = ALIASES.get(guess, guess)
    if guess in {OCTETS, "application/x-ole-storage", "application/CDFV2"}:
        return binary_of(path, head, name) or guess
    if MISREAD.fullmatch(guess) or guess == "application/json":
        return text_of(path, head, name) or OCTETS
    return guess


def binary_of(path: Path, head: bytes, name: str) -> str | None:
    """What libmagic could not name: office files of old by their extension, MP3 behind a large tag, a text of one letter."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return next((entry.mime for entry in OFFICE if extension_of(name) in entry.extensions), None)
    if head.startswith(b"ID3"):
        return "audio/mpeg"
    return text_of(path, head, name) if PLAIN.fullmatch(head) else None


def text_of(path: Path, head: bytes, name: str) -> str | None:
    """The type of a text, by its extension; None for a script, for markup, and under an extension that would be run."""
    if b"\0" in head or head.startswith(b"#!") or BROWSER_RUNS.match(head.removeprefix(b"\xef\xbb\xbf")):
        return None
    extension = extension_of(name)
    if extension in PICTURE_EXTENSIONS:
        return "text/plain"
    if extension == "json":
        return "application/json" if is_json(path) else "text/plain"
    return next((entry.mime for entry in TEXTS if extension in entry.extensions), None)


def is_json(path: Path, largest: int = 10_000_000) -> bool:
    """Whether a file parses as JSON; one too large to try is believed."""
    if path.stat().st_size > largest:
        return True
    try:
        json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False
    return True


def carries_macros_or_programs(path: Path, found: Type) -> bool:
    """Whether an office file holds macros, or an archive is a program in disguise."""
    if found in OFFICE and is_old_office(path):
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return any(content.find(mark) != -1 for mark in OLE_MACROS)
    if found in OFFICE or found.mime == "application/zip":
        if directory_size(path) > LARGEST_DIRECTORY:
            return found in OFFICE
        try:
            with zipfile.ZipFile(path) as archive:
                entries = archive.namelist()
        except (zipfile.BadZipFile, NotImplementedError, UnicodeError, OSError, ValueError):
            return found in OFFICE
        unwanted = MACROS if found in OFFICE else PROGRAMS
        return any(unwanted.search(entry) for entry in entries)
    return False


def is_old_office(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\xd0\xcf\x11\xe0"


def directory_size(path: Path) -> int:
    """Bytes of a ZIP's table of contents as its last record tells (APPNOTE 4.3.16); 0 where there is none.

    Reading a table of 400,000 entries takes seconds and a hundred megabytes.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - HEAD))
        tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    return int.from_bytes(tail[place + 12 : place + 16], "little") if place != -1 else 0


def is_allowed(found: Type, allowed: list[str]) -> bool:
    """Whether a site that set ALLOWED_FILE_TYPES (MIME types, `*` for any part) takes this one; unset, all that are permitted."""
    return not allowed or any(fnmatch(found.mime, pattern) for pattern in allowed)
