"""Byte ranges (RFC 9110, section 14)."""

import re

ONE_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})", re.IGNORECASE)


class Unsatisfiable(Exception):
    """The range lies behind the end of the file: 416."""


def read_range(header: str, size: int) -> tuple[int, int] | None:
    """The first byte and the one behind the last of a `Range` header, or None where the whole is meant.

    What cannot be read, or asks for several ranges at once, is ignored, as a server may. Raises Unsatisfiable.
    """
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        if int(last) == 0:
            raise Unsatisfiable
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise Unsatisfiable
    return int(first), min(size, int(last) + 1) if last else size
