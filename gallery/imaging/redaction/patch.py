"""What is laid over a file, without moving a byte of it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Patch:
    """From `offset` on, `length` bytes are overwritten by the bytes of `fill_hex`, repeated; all JSON-able.

    `kind` is "private" (serial numbers, maker notes, owner's name, previews) or "location". Two sets are valid
    files: the private patches alone, and all of them. Where they overlap the later in the list wins.
    """

    offset: int
    length: int
    fill_hex: str
    kind: str


def apply(patches: Iterable[Patch], data: bytes, start: int = 0) -> bytes:
    """`data`, a window of the file that begins at `start`, with every patch that reaches into it laid over."""
    window = bytearray(data)
    for patch in patches:
        first, last = max(patch.offset, start), min(patch.offset + patch.length, start + len(window))
        if first < last:
            window[first - start : last - start] = _filling(patch, first - patch.offset, last - first)
    return bytes(window)


def _filling(patch: Patch, skip: int, length: int) -> bytes:
    fill = bytes.fromhex(patch.fill_hex)
    turned = fill[skip % len(fill) :] + fill[: skip % len(fill)]
    return (turned * (length // len(fill) + 1))[:length]
