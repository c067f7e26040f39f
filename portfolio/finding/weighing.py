"""Words as large as they are used."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from gallery.tag_list import Used


class Weighed(NamedTuple):
    """A tag with its weight, `light`, `fair` or `heavy`."""

    tag: Used
    weight: str


def weighed(tags: Sequence[Used]) -> list[Weighed]:
    """These tags by name. The tenth that is used the most is heavy, the three tenths behind it fair: by rank, for by number a few
    that are used much would drown all others, or all be alike."""
    in_use = sorted(-tag.usage for tag in tags)
    weights = {tag.name: weight(bisect_left(in_use, -tag.usage) / len(tags)) for tag in tags}
    return [Weighed(tag, weights[tag.name]) for tag in sorted(tags, key=lambda tag: tag.name)]


def weight(place: float) -> str:
    """Of a tag that this share of all tags is used more than."""
    return "heavy" if place < 0.1 else "fair" if place < 0.4 else "light"
