"""EXIF, which is TIFF: directories of entries that point at values (TIFF 6.0; BigTIFF; EXIF 2.32).

An entry is taken out by closing the ranks of its directory, so that no reader meets an empty tag; its value, and all
that a dropped directory points at, is overwritten by zeros unless an entry that stays points there as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gallery.imaging.redaction import photoshop, xmp
from gallery.imaging.redaction.block import LOCATION, PRIVATE, Block
from gallery.imaging.redaction.ifd import Directory, Entry, Layout, numbers, read_directory
from gallery.imaging.redaction.ranges import Ranges

_EXIF, _GPS, _SUB_IFDS = 0x8769, 0x8825, 0x014A
_XMP, _PHOTOSHOP, _IPTC = 0x02BC, 0x8649, 0x83BB
_REDUCED = 0x00FE  # NewSubfileType, bit 0: a smaller version of another picture in this file
# Owner, body and lens serial, maker note; Adobe's owner and serial; of DNG serial, private data, and previews' names.
_PRIVATE_TAGS = frozenset({0xA430, 0xA431, 0xA435, 0x927C, 0xFDE8, 0xFDE9, 0xC62F, 0xC634, 0xC68B, 0xC716, 0xC718})
# Where pixels lie: strips, tiles, a whole JPEG. Each with the tag of its lengths.
_PIXELS = {0x0111: 0x0117, 0x0144: 0x0145, 0x0201: 0x0202}
_PIXEL_TAGS = frozenset({*_PIXELS, *_PIXELS.values()})
_MOST_DIRECTORIES = 64


@dataclass
class _Plan:
    """What is kept (with what shall follow it), and what is dropped with its kind; `pages` of a file, or EXIF."""

    pages: bool
    kept: list[tuple[Directory, int]] = field(default_factory=list)
    dropped: list[tuple[Directory, str]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)


def is_readable(block: Block) -> bool:
    """Whether a reader would take it for TIFF at all."""
    return Layout.of(block) is not None


def redact(block: Block, *, pages: bool = False) -> None:
    """Redact an EXIF block, or with `pages` a TIFF file, in which only reduced versions of a page are previews."""
    layout = Layout.of(block)
    if layout is None:
        return
    plan = _Plan(pages)
    _walk(block, layout, layout.first, plan)
    kept = Ranges(_kept_ranges(block, layout, plan))
    for directory, following in plan.kept:
        _thin_out(block, layout, directory, following, plan)
        for entry in directory.entries:
            if kind := _unwanted(block, layout, entry, plan):
                kept.spare(block, [(entry.start, entry.length), *_pixels(block, layout, directory, entry)], kind)
    for directory, kind in plan.dropped:
        kept.spare(block, [(directory.start, directory.length), *_everything(block, layout, directory)], kind)


def _walk(block: Block, layout: Layout, start: int, plan: _Plan) -> None:
    """Along the chain of directories: of an EXIF block the first is kept, of a file every page that is no preview."""
    last: Directory | None = None
    first = True
    while start and (directory := _unseen(block, layout, start, plan)):
        if first or (plan.pages and not _is_reduced(block, layout, directory)):
            if last:
                plan.kept.append((last, directory.start))
            last = directory
            _descend(block, layout, directory, plan)
        else:
            plan.dropped.append((directory, PRIVATE))
        start, first = directory.following, False
    if last:
        plan.kept.append((last, 0))


def _descend(block: Block, layout: Layout, directory: Directory, plan: _Plan) -> None:
    """Into what the entries of a kept directory point at."""
    for entry in directory.entries:
        if entry.tag in (_EXIF, _GPS, _SUB_IFDS):
            for start in numbers(block, layout, entry)[:_MOST_DIRECTORIES]:
                _file_away(block, layout, entry.tag, start, plan)
        elif entry.tag == _XMP:
            xmp.redact(block.part(entry.start, entry.length))
        elif entry.tag == _PHOTOSHOP:
            photoshop.redact(block.part(entry.start, entry.length))
        elif entry.tag == _IPTC:
            photoshop.redact_iptc(block.part(entry.start, entry.length))


def _file_away(block: Block, layout: Layout, tag: int, start: int, plan: _Plan) -> None:
    directory = _unseen(block, layout, start, plan)
    if directory is None:
        return
    if tag == _GPS:
        plan.dropped.append((directory, LOCATION))
    elif tag == _SUB_IFDS and _is_reduced(block, layout, directory):
        plan.dropped.append((directory, PRIVATE))
    else:
        plan.kept.append((directory, directory.following))
        _descend(block, layout, directory, plan)


def _unseen(block: Block, layout: Layout, start: int, plan: _Plan) -> Directory | None:
    if start in plan.seen or len(plan.seen) > _MOST_DIRECTORIES:
        return None
    plan.seen.add(start)
    return read_directory(block, layout, start)


def _is_reduced(block: Block, layout: Layout, directory: Directory) -> bool:
    return any(e.tag == _REDUCED and numbers(block, layout, e)[:1] in ([1], [5]) for e in directory.entries)


def _unwanted(block: Block, layout: Layout, entry: Entry, plan: _Plan) -> str | None:
    """The kind of an entry that goes from a kept directory, None for one that stays."""
    if entry.tag == _GPS:
        return LOCATION
    if entry.tag == _SUB_IFDS:
        gone = {directory.start for directory, _ in plan.dropped}
        return PRIVATE if gone.issuperset(numbers(block, layout, entry)) else None
    preview = not plan.pages and entry.tag in _PIXEL_TAGS
    return PRIVATE if preview or entry.tag in _PRIVATE_TAGS else None


def _thin_out(block: Block, layout: Layout, directory: Directory, following: int, plan: _Plan) -> None:
    """Write the directory anew without what goes: first without the private entries, over that without the place."""
    kinds = [_unwanted(block, layout, entry, plan) for entry in directory.entries]
    for kind, gone in ((PRIVATE, {PRIVATE}), (LOCATION, {PRIVATE, LOCATION})):
        if kind in kinds or (kind == PRIVATE and following != directory.following):
            stay = [entry.raw for entry, unwanted in zip(directory.entries, kinds, strict=True) if unwanted not in gone]
            table = layout.number(len(stay), layout.count_width) + b"".join(stay)
            table += layout.number(following, layout.offset_width)
            block.write(directory.start, table.ljust(directory.length, b"\0"), kind)


def _kept_ranges(block: Block, layout: Layout, plan: _Plan) -> Iterator[tuple[int, int]]:
    """Header, directories, values and pixels that stay. A value that does not lie in the block is nobody's."""
    yield 0, 2 * layout.offset_width if layout.offset_width == 8 else 8
    for directory, _ in plan.kept:
        yield directory.start, directory.length
        for entry in directory.entries:
            if _unwanted(block, layout, entry, plan) is None and entry.start + entry.length <= block.length:
                yield entry.start, entry.length
                yield from _pixels(block, layout, directory, entry)


def _everything(block: Block, layout: Layout, directory: Directory) -> Iterator[tuple[int, int]]:
    """Values and pixels that the entries of a dropped directory point at."""
    for entry in directory.entries:
        yield entry.start, entry.length
        yield from _pixels(block, layout, directory, entry)


def _pixels(block: Block, layout: Layout, directory: Directory, entry: Entry) -> Iterator[tuple[int, int]]:
    """The stretches of pixels that `entry` lists, if it is one that does."""
    lengths = next((e for e in directory.entries if e.tag == _PIXELS.get(entry.tag)), None)
    if lengths:
        yield from zip(numbers(block, layout, entry), numbers(block, layout, lengths), strict=False)
