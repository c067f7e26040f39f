"""Pictures that are something else as well: a page, a script or a program behind a picture's signature."""

import mmap
import re
from pathlib import Path

# A literal "<" in front lets the search jump from one to the next: 4 MB in a few milliseconds. Each alternative is long
# enough not to occur by chance in compressed data, and none runs on past the next "<", which keeps the time linear.
MARKUP = re.compile(
    rb"<(?i:script[\s>/]|\?php|!doctype\s+(?:html|svg)|html[\s>]|iframe[\s>]|svg\s[^<>]{0,200}(?:onload|xmlns)"
    rb"|body\s[^<>]{0,200}onload|img\s[^<>]{0,200}onerror|object\s[^<>]{0,200}data=|embed\s[^<>]{0,200}src=|%@\s*page)"
)
DOS_PROGRAM = b"This program cannot be run in DOS mode"
# The comment trick: a GIF whose width reads "/*" or "=1", so that it parses as JavaScript.
GIF_SCRIPT = re.compile(rb"GIF8[79]a(?:/\*|\s*=)")
# ELF, a script for a shell, Mach-O, Java.
BEHIND = re.compile(rb"\s*(?:\x7fELF|#!\s?/|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe\x00\x00)")
ENDS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND\xaeB`\x82", "image/gif": b"\x00\x3b"}


def find_threat(path: Path, mime_type: str) -> str | None:
    """What a picture carries that it should not, in words, or None. Searches the whole file, mapped, not read."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if MARKUP.search(content):
            return "markup or script"
        if mime_type == "image/gif" and GIF_SCRIPT.match(content):
            return "script"
        if content.find(DOS_PROGRAM) != -1 or program_behind(content, ENDS.get(mime_type)):
            return "a program"
    return None


def program_behind(content: mmap.mmap, end: bytes | None) -> bool:
    """Whether a program begins right where the picture ends, at any of the places it may end."""
    if end is None:
        return False
    # A camera's own trailers may hold the mark many times over; the last few are where something appended would begin.
    place = content.rfind(end)
    for _ in range(8):
        if place == -1:
            return False
        if BEHIND.match(content, place + len(end)) or is_windows_program(content, place + len(end)):
            return True
        place = content.rfind(end, 0, place)
    return False


def is_windows_program(content: mmap.mmap, start: int) -> bool:
    """Whether "MZ" stands here, and "PE" where its header points to: two letters alone occur by chance."""
    header = content[start : start + 64]
    if len(header) < 64 or not header.startswith(b"MZ"):
        return False
    place = start + int.from_bytes(header[60:64], "little")
    return content[place : place + 4] == b"PE\0\0"
