"""The site map (https://www.sitemaps.org/protocol.html): all that anyone may see, in sections of at most 5,000 addresses a page.

Things are told in the order in which they came, so that what is new changes the last page alone. The ids of a page are read from
an index that holds the order, where there is one; what stands before them is passed over in it, so that a later page costs more
by that, and nothing else of it is read.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from accounts.models import Artist
from gallery.models import Album, Artwork, ArtworkImage, Category, Gallery, Image, Tag
from portfolio.models import Exhibition

# The protocol allows ten times as many, which would hold a worker for seconds.
ON_A_PAGE = 5_000
# Of a work with more views, the first: a page stays far below the 50 MB that the protocol allows.
MOST_VIEWS = 10
ANYONE = AnonymousUser()
PAGES = ("/", "/explore", "/artists", "/exhibitions", "/categories", "/tags", "/register")


class Place(NamedTuple):
    """A page: its path, when it last changed where that is known, and the paths of the pictures on it."""

    path: str
    changed_at: datetime | None = None
    pictures: tuple[str, ...] = ()


class Section(NamedTuple):
    """Things of a kind: which there are to be seen, their order, and how those of a page are told."""

    things: Callable[[], QuerySet[Any]]
    order: tuple[str, ...]
    tell: Callable[[QuerySet[Any]], Iterable[Place]]


def names_of_pages() -> list[tuple[str, int]]:
    """Each section with the number of its pages, without empty ones. A count for each section."""
    numbers = [(name, -(-section.things().count() // ON_A_PAGE)) for name, section in SECTIONS.items()]
    return [("pages", 1), *[(name, number) for name, number in numbers if number]]


def places_on(name: str, number: int) -> list[Place]:
    """A page of a section, from 1; nothing on a page that there is not. Raises KeyError for another section."""
    if name == "pages":
        return [Place(path) for path in PAGES] if number == 1 else []
    section = SECTIONS[name]
    ids = section.things().order_by(*section.order).values("pk")[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return list(section.tell(ids.model._default_manager.filter(pk__in=ids).order_by(*section.order)))


def tell_artists(artists: QuerySet[Any]) -> Iterator[Place]:
    for username in artists.values_list("user__username", flat=True):
        yield Place(f"/@{quote(username)}")


def tell_galleries(galleries: QuerySet[Any]) -> Iterator[Place]:
    for username, slug, changed_at in galleries.values_list("owner__username", "slug", "updated_at"):
        yield Place(f"/@{quote(username)}/galleries/{quote(slug)}", changed_at)


def tell_artworks(artworks: QuerySet[Any]) -> Iterator[Place]:
    """A mature one without its pictures. Two queries."""
    rows = list(artworks.values_list("pk", "updated_at", "is_mature"))
    shown = views_of([pk for pk, _changed_at, is_mature in rows if not is_mature])
    for pk, changed_at, _is_mature in rows:
        # Without a size: the largest that the artist allows, up to 1280 pixels.
        pictures = (f"/api/artworks/{pk}/image?image={image_id}" for image_id in shown.get(pk, ()))
        yield Place(f"/artworks/{pk}", changed_at, tuple(pictures))


def views_of(artwork_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """The first pictures of these works, in their order."""
    views = ArtworkImage.objects.filter(artwork__in=artwork_ids, position__lt=MOST_VIEWS).visible_to(ANYONE)
    rows = views.order_by("artwork", "position").values_list("artwork", "image")
    return {pk: [image_id for _pk, image_id in group] for pk, group in groupby(rows, key=itemgetter(0))}


def tell_images(images: QuerySet[Any]) -> Iterator[Place]:
    for pk, changed_at in images.values_list("pk", "updated_at"):
        yield Place(f"/images/{pk}", changed_at, (f"/api/images/{pk}/thumbnail?size=large",))


def tell_albums(albums: QuerySet[Any]) -> Iterator[Place]:
    for pk, changed_at in albums.values_list("pk", "updated_at"):
        yield Place(f"/albums/{pk}", changed_at)


def tell_exhibitions(exhibitions: QuerySet[Any]) -> Iterator[Place]:
    for pk, changed_at in exhibitions.values_list("pk", "updated_at"):
        yield Place(f"/exhibitions/{pk}", changed_at)


def tell_categories(categories: QuerySet[Any]) -> Iterator[Place]:
    for slug in categories.values_list("slug", flat=True):
        yield Place(f"/categories/{quote(slug)}")


def tell_tags(tags: QuerySet[Any]) -> Iterator[Place]:
    for slug in tags.values_list("slug", flat=True):
        yield Place(f"/tags/{quote(slug)}")


SECTIONS: dict[str, Section] = {
    "artists": Section(lambda: Artist.objects.visible_to(ANYONE), ("pk",), tell_artists),
    "galleries": Section(lambda: Gallery.objects.visible_to(ANYONE), ("created_at", "pk"), tell_galleries),
    "artworks": Section(lambda: Artwork.objects.visible_to(ANYONE), ("sort_date", "pk"), tell_artworks),
    "images": Section(lambda: Image.objects.visible_to(ANYONE), ("uploaded_at", "pk"), tell_images),
    "albums": Section(lambda: Album.objects.visible_to(ANYONE), ("created_at", "pk"), tell_albums),
    "exhibitions": Section(Exhibition.objects.public, ("created_at", "pk"), tell_exhibitions),
    "categories": Section(lambda: Category.objects.visible_to(ANYONE), ("pk",), tell_categories),
    "tags": Section(Tag.objects.in_public_use, ("pk",), tell_tags),
}
