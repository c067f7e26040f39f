"""What the headers of the tus protocol say, version 1.0.0 (https://tus.io/protocols/resumable-upload). Pure functions."""

import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Any

VERSION = "1.0.0"
EXTENSIONS = ("creation", "creation-with-upload", "expiration", "checksum", "termination")
ALGORITHMS = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}  # bytes of a digest
TEXTS = ("filename", "folder_id", "album_id", "title", "visibility", "description", "tags")
KEY = re.compile(r"[\x21-\x2b\x2d-\x7e]+")
NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Checksum:
    """What the bytes of one request must hash to."""

    algorithm: str
    digest: bytes

    def hasher(self) -> Any:
        """A hash to feed them to. It guards against broken lines, not against forgers."""
        return hashlib.new(self.algorithm, usedforsecurity=False)


def parse_number(text: str) -> int:
    """A count of bytes; raises ValueError for anything but up to 18 digits."""
    if not NUMBER.fullmatch(text):
        raise ValueError("not a whole number of bytes")
    return int(text)


def parse_metadata(text: str) -> dict[str, bytes]:
    """`Upload-Metadata`: pairs parted by commas, each a key, and its value in Base64 behind one space; the value may be missing.

    Raises ValueError for a key that is empty, not visible ASCII or there twice, and for what is not strictly Base64.
    """
    found: dict[str, bytes] = {}
    for pair in text.split(",") if text.strip() else ():
        key, _, value = pair.strip(" \t").partition(" ")
        if not KEY.fullmatch(key) or key in found:
            raise ValueError(f"{key[:50]!r} is no key, or is there twice")
        found[key] = binascii.a2b_base64(value, strict_mode=True)
    return found


def texts_of(metadata: dict[str, bytes]) -> dict[str, str]:
    """What is said by the keys that mean something here; raises UnicodeDecodeError, a ValueError, for what is not UTF-8."""
    return {key: value.decode() for key, value in metadata.items() if key in TEXTS}


def listed(text: str) -> list[str]:
    """The tags of one text, parted by commas."""
    return [tag for tag in text.split(",") if tag.strip()]


def parse_checksum(text: str) -> Checksum:
    """`Upload-Checksum`: an algorithm and a digest in Base64; raises ValueError, for algorithms that are not offered too."""
    algorithm, _, encoded = text.partition(" ")
    digest = binascii.a2b_base64(encoded, strict_mode=True)
    if len(digest) != ALGORITHMS.get(algorithm):
        raise ValueError(f"not a checksum by {', '.join(ALGORITHMS)}")
    return Checksum(algorithm, digest)
