"""The index of further pictures in a JPEG (CIPA DC-007, Multi-Picture Format): previews go, gain maps stay."""

from gallery.imaging.redaction.block import PRIVATE, Block
from gallery.imaging.redaction.ifd import Entry, Layout, numbers, read_directory

_COUNT, _PICTURES = 0xB001, 0xB002
_RECORD = 16  # attributes, length, offset (four bytes each), two dependent pictures
_PREVIEWS = frozenset({0x010001, 0x010002, 0x010003, 0x010004, 0x010005})  # "large thumbnail", VGA and upwards


def redact(block: Block, length: int) -> None:
    """Erase the large thumbnails and strike them out of the index, which is the first `length` bytes of `block`."""
    layout = Layout.of(block)
    directory = layout and read_directory(block.part(0, length), layout, layout.first)
    if not layout or not directory:
        return
    entries = {entry.tag: entry for entry in directory.entries}
    if _COUNT not in entries or _PICTURES not in entries:
        return
    pictures = entries[_PICTURES]
    records = [block.read(pictures.start + at, _RECORD) for at in range(0, min(pictures.length, length), _RECORD)]
    stay = [record for record in records if not _is_preview(layout, record)]
    if len(stay) == len(records):
        return
    for record in records:
        if _is_preview(layout, record):
            size, offset = (int.from_bytes(record[at : at + 4], layout.order) for at in (4, 8))
            block.erase(offset, size, PRIVATE)
    block.write(pictures.start, b"".join(stay).ljust(len(records) * _RECORD, b"\0"), PRIVATE)
    _write_count(block, layout, entries[_COUNT], len(stay))
    position = directory.start + 2 + directory.entries.index(pictures) * 12 + 4
    block.write(position, layout.number(len(stay) * _RECORD, 4), PRIVATE)


def _is_preview(layout: Layout, record: bytes) -> bool:
    return int.from_bytes(record[:4], layout.order) & 0xFFFFFF in _PREVIEWS


def _write_count(block: Block, layout: Layout, entry: Entry, count: int) -> None:
    if numbers(block, layout, entry):
        block.write(entry.start, layout.number(count, entry.size), PRIVATE)
