"""What there is among hits: of which types, with which mediums and tags."""

from collections import Counter, defaultdict
from typing import Any

from django.db.models import Count

from gallery.mediums import fold_medium
from gallery.models import Artwork, ArtworkTag, ImageTag
from gallery.search.finding import Hit

MOST = 50
"""Tags and mediums that are told: the most frequent."""


def facets(hits: list[Hit]) -> dict[str, dict[str, int]]:
    """How many of these hits there are of each type, of each medium and with each tag: the most frequent, first those of which
    there are more. Up to three queries."""
    of_kind = defaultdict(list)
    for hit in hits:
        of_kind[hit.kind].append(hit.object_id)
    types = {kind: len(ids) for kind, ids in of_kind.items()}
    images, artworks = of_kind["image"], of_kind["artwork"]
    tags = counted(ImageTag.objects.filter(image__in=images), "tag__name") if images else Counter()
    if artworks:
        tags += counted(ArtworkTag.objects.filter(artwork__in=artworks), "tag__name")
    mediums = counted(Artwork.objects.filter(pk__in=artworks), "medium") if artworks else Counter()
    return {"type": types, "medium": most_of(by_spelling(mediums)), "tag": most_of(tags)}


def counted(rows: Any, name: str) -> Counter[str]:
    return Counter(dict(rows.order_by().values_list(name).annotate(hits=Count("pk"))))


def by_spelling(names: Counter[str]) -> Counter[str]:
    """Together what differs in case and spaces alone, under the spelling that is the most frequent; nothing for an empty one."""
    alike: dict[str, Counter[str]] = defaultdict(Counter)
    for name, number in sorted(names.items()):
        if words := fold_medium(name):
            alike[words][" ".join(name.split())] += number
    return Counter({spellings.most_common(1)[0][0]: spellings.total() for spellings in alike.values()})


def most_of(names: Counter[str]) -> dict[str, int]:
    return dict(sorted(names.items(), key=lambda item: (-item[1], item[0]))[:MOST])
