"""The scans of a JPEG, counted without decoding one."""

import re
from collections.abc import Iterator
from mmap import mmap

from gallery.imaging.structure import Survey

_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, 0xD9
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def survey(data: mmap, most_scans: int) -> Survey:
    """Count the scans, up to one more than `most_scans`.

    A sequential JPEG whose first scan holds every component ends with it, and the megabytes that follow are not
    searched. Strange bytes end the count: the decoder will judge them.
    """
    scans, components, progressive = 0, 0, False
    for marker, start, length in _segments(data):
        if marker in _FRAMES and length >= 6:
            components, progressive = data[start + 5], progressive or marker in _PROGRESSIVE
        elif marker == _SCAN:
            scans += 1
            whole = length > 0 and not progressive and data[start] >= components
            if whole or scans > most_scans:
                break
    return Survey(scans=max(scans, 1))


def _segments(data: mmap) -> Iterator[tuple[int, int, int]]:
    """Yield (marker, where its payload starts, length of the payload) until the end of the image."""
    position = 2
    while found := _NEXT_MARKER.search(data, position):
        marker, position = data[found.end() - 1], found.end()
        if marker == _END:
            return
        if marker in _BARE:
            continue
        length = int.from_bytes(data[position : position + 2], "big")
        if length < 2:
            return
        yield marker, position + 2, length - 2
        position += length
