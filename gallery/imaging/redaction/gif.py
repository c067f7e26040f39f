"""GIF: XMP in an application extension, as text in the guise of sub-blocks (XMP part 3, 1.1.2)."""

from gallery.imaging.redaction import xmp
from gallery.imaging.redaction.block import Block

_EXTENSION = b"\x21\xff\x0bXMP DataXMP"


def redact(whole: Block) -> None:
    """Blank with spaces: each letter is a length to a GIF reader, and only zero would end its walk too early."""
    at = 0
    while (at := whole.file.find(_EXTENSION, at)) >= 0:
        start = at + len(_EXTENSION)
        end = whole.file.find(b"\x01\xff\xfe\xfd", start)
        at = end if end >= 0 else len(whole.file)
        xmp.redact(whole.part(start, at - start))
