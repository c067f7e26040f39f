"""Whether two pictures look alike, whatever their size and format."""

from PIL import Image

_SIDE = 8


def dhash(image: Image.Image) -> str:
    """The 64-bit difference hash of an RGB picture as 16 hex digits.

    One bit for each pixel of a grey 9 x 8 copy: is it brighter than its neighbour to the right? (Krawetz, "Kind of
    Like That", 2013.) Copies scaled or encoded again differ in a few bits, see `distance`; a plain surface is all 0.
    """
    grey = image.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    pixels = grey.tobytes()
    bits = 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            here = row * (_SIDE + 1) + column
            bits = bits << 1 | (pixels[here] > pixels[here + 1])
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """Bits of 64 in which two hashes differ: up to 4 nearly surely the same picture, from 12 on another."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
