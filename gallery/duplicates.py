"""Which of a person's pictures show the same as another of theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Count, TextField, Value

from gallery.imaging.likeness import Look, distance, is_copy, near_hashes
from gallery.models import Image

MOST = 50
CANDIDATES = 1_000
"""So many are looked at closely, where there are that many blank pages."""
BATCH = 500
SURE = 3
"""Bits that the pictures of a group differ in, one from the next. Three cannot touch all four quarters of a hash: those with
a quarter in common are compared, instead of each with each."""
QUARTERS = [0x1111_1111_1111_1111 << shift for shift in range(4)]
"""Every fourth bit: the rows of a hash that an empty sky makes all alike are spread over all of them."""
OF_LOOK = ("pk", "perceptual_hash", "width", "height", "colors")


class Concatenated(Aggregate):
    """All values of a column as one text."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, '')"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def look_of(row: Mapping[str, Any]) -> Look:
    """What a picture is compared by, out of a row with the columns of `OF_LOOK`."""
    return Look(row["perceptual_hash"], row["width"], row["height"], row["colors"])


def duplicates_of(image_id: UUID, look: Look, *, owner_id: UUID) -> list[UUID]:
    """The owner's other pictures that are likely copies of this one, the most alike first, at most 50.

    Two queries. The first reads no row, but an index, and gives one long text: a hundred thousand values would take longer to
    be handed over than to be compared.
    """
    own = Image.objects.filter(owner=owner_id)
    hashes = near_hashes(look.hash, own.aggregate(all=Concatenated("perceptual_hash", default=Value("")))["all"])
    nearest = sorted(hashes, key=lambda each: (hashes[each], each))[:BATCH]
    rows = own.filter(perceptual_hash__in=nearest).exclude(pk=image_id).order_by("pk").values(*OF_LOOK)[:CANDIDATES]
    found = [row for row in rows if is_copy(look, look_of(row))]
    return [row["pk"] for row in sorted(found, key=lambda row: hashes[row["perceptual_hash"]])[:MOST]]


def groups_of(owner_id: UUID) -> list[list[UUID]]:
    """A person's pictures that are nearly surely copies of each other, in groups of two and more: the newest group first, in it
    the largest picture, of equal ones the oldest.

    One query for all hashes, out of an index, and one for each 500 that are near another or occur twice.
    """
    own = Image.objects.filter(owner=owner_id).order_by()
    counted = dict(own.values_list("perceptual_hash").annotate(Count("pk")))
    family = families(counted)
    size = Counter[str]()
    for each, number in counted.items():
        size[family[each]] += number
    members: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for some in in_batches(each for each in counted if size[family[each]] > 1):
        for row in own.filter(perceptual_hash__in=some).values(*OF_LOOK):
            members[family[row["perceptual_hash"]]].append(row)
    groups = [group for rows in members.values() for group in of_a_kind(rows)]
    return sorted(groups, key=max, reverse=True)


def families(hashes: Iterable[str]) -> dict[str, str]:
    """For each hash one that stands for all that are `SURE` bits from it, or from one that is."""
    family = {each: each for each in hashes}
    buckets: dict[int, list[str]] = defaultdict(list)
    for each in family:
        for quarter in QUARTERS:
            buckets[int(each, 16) & quarter | quarter.bit_length() << 64].append(each)
    for bucket in buckets.values():
        for one, other in combinations(bucket, 2):
            if distance(one, other) <= SURE:
                family[head(family, one)] = head(family, other)
    return {each: head(family, each) for each in family}


def head(family: dict[str, str], each: str) -> str:
    """Follows the way to whoever stands for all, and shortens it."""
    while family[each] != each:
        family[each] = each = family[family[each]]
    return each


def of_a_kind(rows: list[Mapping[str, Any]]) -> list[list[UUID]]:
    """Rows of near hashes by what they show: with the first that they are a copy of. Those alone are left out."""
    kinds: list[list[Mapping[str, Any]]] = []
    for row in sorted(rows, key=lambda row: (-row["width"] * row["height"], row["pk"])):
        kind = next((kind for kind in kinds if is_copy(look_of(kind[0]), look_of(row))), None)
        if kind is None:
            kinds.append([row])
        else:
            kind.append(row)
    return [[row["pk"] for row in kind] for kind in kinds if len(kind) > 1]


def in_batches(hashes: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(hashes)
    return iter(lambda: tuple(islice(rest, BATCH)), ())
