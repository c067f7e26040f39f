"""IPTC-IIM, the metadata of press photographs since 1991, as Photoshop stores it in pictures."""

_MARK = 0x1C
_LONGEST = 2_000
_MOST = 200

OBJECT_NAME, KEYWORDS, DATE_CREATED, TIME_CREATED = (2, 5), (2, 25), (2, 55), (2, 60)
BYLINE, COPYRIGHT, CAPTION = (2, 80), (2, 116), (2, 120)


def read_iptc(block: bytes) -> dict[tuple[int, int], list[bytes]]:
    """The datasets of a block (IIM 4.2, chapter 3): (record, dataset) to its values, at most 200 in all.

    Reading ends at the first byte that begins no dataset; extended lengths, meant for pictures inside, are not read.
    """
    values: dict[tuple[int, int], list[bytes]] = {}
    position = 0
    for _ in range(_MOST):
        head = block[position : position + 5]
        if len(head) < 5 or head[0] != _MARK:
            break
        length = int.from_bytes(head[3:5])
        if length & 0x8000:
            break
        text = block[position + 5 : position + 5 + length]
        values.setdefault((head[1], head[2]), []).append(text[:_LONGEST])
        position += 5 + length
    return values
