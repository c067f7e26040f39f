"""The pictures of an album of one's own: a page of them in their order, and those that could come in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from accounts.models import User
from gallery.api.collections import covers_told, inside_of
from gallery.api.filters import ImageFilter
from gallery.models import Album, AlbumImage, Image
from portfolio.finding.sheets import address, number_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb

ON_A_PAGE = 120
COLUMNS = ("pk", "title", "alt_text", "original_filename", "placeholder", "has_alpha", "owner_id", "owner__username")


@dataclass(frozen=True)
class Hung:
    """A picture to arrange or to choose; `name` is its title or its file's, `by` who put it there if that is another."""

    id: UUID
    name: str
    picture: Picture
    is_cover: bool = False
    by: str = ""


@dataclass(frozen=True)
class Window:
    """A page of an album's order; `first` is the place of its first picture, from 1, and `ahead` and `behind` are the ids of the
    rest."""

    rows: list[Hung]
    number: int
    first: int
    total: int
    ahead: list[str]
    behind: list[str]
    previous: str
    next: str

    @property
    def elsewhere(self) -> Mapping[str, list[str]] | None:
        """What the page's script has to know of the rest; None where all is on the page."""
        return {"ahead": self.ahead, "behind": self.behind} if self.ahead or self.behind else None


def order_of(album: Album, viewer: User) -> list[UUID]:
    """The ids of all pictures of an album, in its order, as its owner may order them. One query."""
    inside = inside_of(album.pk, viewer).order_by("position", "pk")
    return list(inside.values_list("image", flat=True))


def window_of(request: HttpRequest, album: Album, viewer: User) -> Window:
    """The page of the album that the address asks for. Three queries. Raises Http404 for a page that is not there."""
    ids, number = order_of(album, viewer), number_of(request)
    start = (number - 1) * ON_A_PAGE
    shown = ids[start : start + ON_A_PAGE]
    if number > 1 and not shown:
        raise Http404
    return Window(
        rows=hung(shown, cover_id=album.cover_image_id, viewer=viewer),
        number=number,
        first=start + 1,
        total=len(ids),
        ahead=[str(each) for each in ids[:start]],
        behind=[str(each) for each in ids[start + ON_A_PAGE :]],
        previous=page(request, number - 1) if number > 1 else "",
        next=page(request, number + 1) if len(ids) > start + ON_A_PAGE else "",
    )


def page(request: HttpRequest, number: int) -> str:
    return address(request.path, {"page": str(number) if number > 1 else ""})


def hung(image_ids: Sequence[UUID], *, viewer: User, cover_id: UUID | None = None) -> list[Hung]:
    """These pictures in this order. Two queries, and one where copies are fetched elsewhere."""
    rows: Any = {row["pk"]: row for row in Image.objects.filter(pk__in=image_ids).values(*COLUMNS)}
    copies = covers_told(list(rows), "")
    return [
        Hung(
            id=pk,
            name=row["title"] or row["original_filename"],
            picture=thumb(
                copies[pk],
                alt=row["alt_text"] or row["title"],
                placeholder=row["placeholder"],
                is_clear=row["has_alpha"],
            ),
            is_cover=pk == cover_id,
            by="" if row["owner_id"] == viewer.pk else row["owner__username"],
        )
        for pk in image_ids
        if (row := rows.get(pk))
    ]


def missing_from(album: Album, owner: User, words: str) -> QuerySet[Image, UUID]:
    """The ids of one's pictures that are not in the album, newest first, that these words find."""
    inside = AlbumImage.objects.filter(album=album).values("image")
    images = Image.objects.filter(owner=owner).exclude(pk__in=inside)
    found = ImageFilter({"search": words[:500]}, queryset=images).qs
    return found.order_by("-uploaded_at", "-pk").values_list("pk", flat=True)


def put_in_order(ids: Sequence[UUID], places: Mapping[UUID, int]) -> list[UUID]:
    """The order in which each of these has the place that was written, from 1, and the others stay as they are to each other."""
    stands = {pk: place for place, pk in enumerate(ids, start=1)}
    moved = {pk: place for pk, place in places.items() if stands.get(pk, place) != place}
    order = [pk for pk in ids if pk not in moved]
    for pk, place in sorted(moved.items(), key=lambda entry: entry[1]):
        order.insert(min(max(0, place - 1), len(ids)), pk)  # a list takes no number as long as a field does
    return order
