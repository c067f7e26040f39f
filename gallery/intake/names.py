"""The names that people give their files."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 255
# Control characters, separators of lines, and marks that turn the reading direction: "gpj.exe" must not read "exe.jpg".
UNWANTED = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(name: str) -> str:
    """A file or folder name that is safe on every system and reads as it is: no path, no control, at most 255 characters.

    Returns an empty text where nothing of the name is left. The extension survives shortening.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", UNWANTED.sub("", name)))[-1]
    plain = " ".join(FORBIDDEN.sub("_", last).split()).strip(". ")
    if len(plain) <= LONGEST:
        return plain
    suffix = PurePosixPath(plain).suffix
    suffix = suffix if len(suffix) <= 16 else ""
    return plain[: LONGEST - len(suffix)].rstrip(". ") + suffix


def extension_of(name: str) -> str:
    """The part behind the last dot, in lower case; empty where there is none."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def with_extension(name: str, extension: str) -> str:
    """The name under another extension, still at most 255 characters."""
    stem = PurePosixPath(name).stem if extension_of(name) else name
    return f"{stem[: LONGEST - len(extension) - 1]}.{extension}"
