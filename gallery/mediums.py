"""What works are made of, in the artists' own words: one medium whatever its case and spaces."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from gallery.models import Artwork

MOST = 200
"""Of more mediums than anyone reads, these are told."""


@dataclass(frozen=True)
class Medium:
    """A medium as most artists spell it, and how many public works are of it."""

    name: str
    works: int


def mediums() -> list[Medium]:
    """The mediums of public works, the most used first, then by name. One query, of an index alone."""
    works = Artwork.objects.public().exclude(medium="").order_by()
    alike: dict[str, Counter[str]] = defaultdict(Counter)
    for written, number in works.values_list("medium").annotate(number=Count("*")):
        alike[fold_medium(written)][" ".join(written.split())] += number
    found = [Medium(most_frequent(written), written.total()) for folded, written in alike.items() if folded]
    return sorted(found, key=lambda medium: (-medium.works, medium.name.casefold(), medium.name))[:MOST]


def most_frequent(spellings: Counter[str]) -> str:
    """Of several alike the first by the alphabet."""
    return min(spellings, key=lambda written: (-spellings[written], written))


def fold_medium(medium: str) -> str:
    """What two spellings of one medium have in common."""
    return " ".join(medium.casefold().split())


def spellings(medium: str) -> list[str]:
    """The spellings of a medium that works have. One query, of the index by medium alone.

    In Python, for SQLite tells É from é.
    """
    wanted = fold_medium(medium)
    known = Artwork.objects.filter(is_public__in=[True, False]).order_by().values_list("medium", flat=True).distinct()
    return [spelling for spelling in known if fold_medium(spelling) == wanted]
