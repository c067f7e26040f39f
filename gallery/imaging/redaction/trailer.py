"""What phones append to a picture: a video with its place, packets of XMP. Searched for, since nothing announces it."""

import re

from gallery.imaging.redaction import xmp
from gallery.imaging.redaction.block import LOCATION, Block

_LONGEST_PACKET = 1 << 22
# ISO 6709: latitude, longitude, perhaps altitude, a slash. Then the boxes and the key that may hold a place otherwise.
_POSITION = re.compile(rb"[+-]\d{2}(?:\.\d+)?[+-]\d{3}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?[^/]{0,20}/")
_PLACE_BOX = re.compile(rb"\xa9xyz|loci")
_PLACE_KEY = re.compile(rb"location\.(?:ISO6709|[\w.]+)")


def redact(whole: Block, start: int) -> None:
    """Redact packets of XMP and the movies' places from `start` on."""
    _redact_packets(whole, start)
    _redact_movies(whole, start)


def _redact_packets(whole: Block, at: int) -> None:
    while (at := whole.file.find(b"<rdf:RDF", at)) >= 0:
        end = whole.file.find(b"</rdf:RDF", at, at + _LONGEST_PACKET)
        xmp.redact(whole.part(at, (end if end >= 0 else at + _LONGEST_PACKET) - at))
        at = max(at + 1, end)


def _redact_movies(whole: Block, at: int) -> None:
    while (at := whole.file.find(b"moov", at)) >= 0:
        length = whole.number(at - 4, 4, "big")
        if 8 <= length <= len(whole.file) - at + 4:
            _redact_movie(whole.part(at + 4, length - 8))
            at += length - 8
        at += 4


def _redact_movie(movie: Block) -> None:
    """QuickTime's user data and keys, and 3GPP's `loci`."""
    data = movie.read()
    for box in _PLACE_BOX.finditer(data):
        length = movie.number(box.start() - 4, 4, "big")
        if 8 <= length <= len(data) - box.start() + 4:
            movie.write(box.start(), b"free" + bytes(length - 8), LOCATION)
    for key in _PLACE_KEY.finditer(data):
        movie.erase(key.start(), key.end() - key.start(), LOCATION, b"x")
    for position in _POSITION.finditer(data):
        movie.erase(position.start(), position.end() - position.start(), LOCATION)
