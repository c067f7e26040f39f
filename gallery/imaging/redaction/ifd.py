"""The directories of TIFF and EXIF, read without trusting a figure in them (TIFF 6.0, section 2; BigTIFF)."""

from dataclasses import dataclass
from typing import Self

from gallery.imaging.redaction.block import Block, Order

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_MOST_ENTRIES = 4096
_MOST_NUMBERS = 1 << 20  # bytes of them: a quarter of a million strips


@dataclass(frozen=True)
class Layout:
    """Byte order, the widths of a count and an offset, and where the first directory is."""

    order: Order
    count_width: int
    offset_width: int
    first: int

    @classmethod
    def of(cls, block: Block) -> Self | None:
        """None for what is not TIFF."""
        mark = block.read(0, 2)
        if mark not in (b"II", b"MM"):
            return None
        order: Order = "little" if mark == b"II" else "big"
        if block.number(2, 2, order) == 43:
            return cls(order, 8, 8, block.number(8, 8, order))
        return cls(order, 2, 4, block.number(4, 4, order))

    def number(self, value: int, width: int) -> bytes:
        """An unsigned integer as this file writes it."""
        return value.to_bytes(width, self.order)


@dataclass(frozen=True)
class Entry:
    """One entry: `raw` as it stands, and where its value lies (within the entry itself, if it is that short)."""

    raw: bytes
    tag: int
    size: int
    start: int
    length: int


@dataclass
class Directory:
    """Entries, and the directory that follows (0 for none)."""

    start: int
    length: int
    entries: list[Entry]
    following: int


def read_directory(block: Block, layout: Layout, start: int) -> Directory | None:
    """The directory at `start`, as far as the block reaches; None where there is none."""
    count = min(block.number(start, layout.count_width, layout.order), _MOST_ENTRIES)
    width = 4 + 2 * layout.offset_width
    table = block.read(start + layout.count_width, count * width)
    count = len(table) // width
    if not count:
        return None
    first = start + layout.count_width
    entries = [_entry(table[i * width : (i + 1) * width], first + i * width, layout) for i in range(count)]
    following = block.number(first + count * width, layout.offset_width, layout.order)
    return Directory(start, layout.count_width + count * width + layout.offset_width, entries, following)


def numbers(block: Block, layout: Layout, entry: Entry) -> list[int]:
    """The values of an entry of unsigned integers."""
    content = block.read(entry.start, min(entry.length, _MOST_NUMBERS))
    steps = range(0, len(content) - entry.size + 1, entry.size)
    return [int.from_bytes(content[at : at + entry.size], layout.order) for at in steps]


def _entry(raw: bytes, at: int, layout: Layout) -> Entry:
    tag, kind = (int.from_bytes(raw[i : i + 2], layout.order) for i in (0, 2))
    size = _SIZES.get(kind, 1)
    length = size * int.from_bytes(raw[4 : 4 + layout.offset_width], layout.order)
    inline = at + 4 + layout.offset_width
    start = inline if length <= layout.offset_width else int.from_bytes(raw[-layout.offset_width :], layout.order)
    return Entry(raw, tag, size, start, length)
