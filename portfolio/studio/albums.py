"""One's own albums: all of them as a tree, and what is told of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import User
from accounts.requests import person
from gallery.api.collections import covers_told, with_covers
from gallery.api.filters import told_by
from gallery.models import Album, Privacy

DEEPEST_SHOWN = 6
"""Levels beyond it are told by their path alone, not by more room beside them."""


@dataclass(frozen=True)
class Branch:
    """An album in the tree: `level` from 0, `path` the names from the top to the album itself."""

    id: UUID
    level: int
    path: str


@dataclass(frozen=True)
class AlbumLine:
    """An album as the list tells it; `cover` is the address of a square picture, empty where it holds none."""

    id: UUID
    name: str
    level: int
    path: str
    image_count: int
    share_count: int
    privacy: str
    privacy_label: str
    cover: str


def own_album(request: HttpRequest, album_id: UUID) -> Album:
    """The reader's own album. Raises Http404 for what is not there, or another's."""
    return get_object_or_404(Album.objects.filter(owner=person(request)), pk=album_id)


def tree_of(owner: User) -> list[Branch]:
    """All albums of a person, each before those in it, by name. One query."""
    beneath: dict[UUID | None, list[tuple[UUID, str]]] = defaultdict(list)
    rows = Album.objects.filter(owner=owner).order_by(Lower("name"), "pk").values_list("pk", "parent_id", "name")
    for pk, parent_id, name in rows:
        beneath[parent_id].append((pk, name))

    def grown(parent_id: UUID | None, above: str, level: int) -> Iterator[Branch]:
        for pk, name in beneath[parent_id]:
            path = f"{above} / {name}" if above else name
            yield Branch(pk, level, path)
            yield from grown(pk, path, level + 1)

    return list(grown(None, "", 0))


def found_in(tree: Sequence[Branch], owner: User, words: str) -> list[Branch]:
    """Those whose name or description holds these words, all where there are none. One query where there are."""
    if not words.strip():
        return list(tree)
    found = set(told_by(words, Album.objects.filter(owner=owner), kind="album").values_list("pk", flat=True))
    return [branch for branch in tree if branch.id in found]


def lines_of(branches: Sequence[Branch], owner: User) -> list[AlbumLine]:
    """What a page of the list tells of these. Three queries, and one where copies are fetched elsewhere."""
    ids = [branch.id for branch in branches]
    columns = ("pk", "name", "privacy_setting", "seen_count", "shown")
    rows = {row[0]: row[1:] for row in with_covers(ids, owner).values_list(*columns)}
    shares = dict(Album.objects.filter(pk__in=ids).annotate(number=Count("shares")).values_list("pk", "number"))
    covers = covers_told([row[-1] for row in rows.values() if row[-1]], "")
    return [
        AlbumLine(
            id=branch.id,
            name=name,
            level=min(branch.level, DEEPEST_SHOWN),
            path=branch.path,
            image_count=count,
            share_count=shares[branch.id],
            privacy=privacy,
            privacy_label=str(Privacy(privacy).label),
            cover=covers[shown]["square"]["url"] if shown else "",
        )
        for branch in branches
        if branch.id in rows
        for name, privacy, count, shown in [rows[branch.id]]
    ]
