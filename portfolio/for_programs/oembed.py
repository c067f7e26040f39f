"""Pages as other sites embed them (https://oembed.com, version 1.0): works and pictures as photos, rooms of them as links.

What is told is what a visitor is told, whoever asks: nothing of what opens to some alone, or to whoever holds its address. No
page of ours stands in another's frame, so there is nothing `rich` to tell.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.http import Http404
from django.urls import resolve
from django.utils.translation import gettext as _

from accounts.models import Artist
from gallery.api.collections import inside_of
from gallery.api.pictures import Row, tell_all
from gallery.api.rooms import hanging_in
from gallery.api.shown import work_showing
from gallery.api.works import tell_artworks
from gallery.imaging import geometry
from gallery.models import Album, Artwork, Gallery, Image
from portfolio.for_programs.linked_data.people import address_of
from portfolio.for_programs.plain_copies import PlainCopy, plain_copy

ANYONE = AnonymousUser()
# A reader may keep an answer as long as a cache between may (seconds): what is hidden since is gone after that.
CACHE_AGE = 300


@dataclass(frozen=True)
class Bounds:
    """The room that a reader has for a picture, in CSS pixels; None where it has any."""

    width: int | None
    height: int | None

    def holds(self, copy: Row) -> bool:
        """Whether a copy fits."""
        return copy["width"] <= (self.width or copy["width"]) and copy["height"] <= (self.height or copy["height"])


@dataclass(frozen=True)
class Embedded:
    """What is told of a page: its title, whose it is, and the copies of its picture by size, none where it has none."""

    title: str
    username: str
    artist: str
    copies: Row | None
    is_photo: bool = False


def embedding(address: str, *, site: str, bounds: Bounds) -> Row:
    """What is told of the page at `address`, under `site` (`https://host`). Raises BadRequest for an address that is elsewhere,
    Http404 where visitors see nothing, or there is nothing to embed."""
    found = find(address, site=site)
    told = {
        "version": "1.0",
        "type": "link",
        "title": found.title,
        "author_name": found.artist,
        "author_url": address_of(found.username, site=site),
        "provider_name": "Atelier",
        "provider_url": f"{site}/",
        "cache_age": CACHE_AGE,
    }
    fitting = copies_within(found.copies or {}, bounds, base=site)
    if not fitting:
        return told
    small = fitting[: geometry.NAMES.index("medium") + 1][-1]
    told |= {"thumbnail_url": small.url, "thumbnail_width": small.width, "thumbnail_height": small.height}
    largest = fitting[-1]
    photo = {"type": "photo", "url": largest.url, "width": largest.width, "height": largest.height}
    return told | (photo if found.is_photo else {})


def copies_within(copies: Row, bounds: Bounds, *, base: str) -> list[PlainCopy]:
    """Those that fit, the smallest first."""
    whole = [copies[name] for name in geometry.SIZES if name in copies]
    return [plain_copy(copy, base=base) for copy in whole if bounds.holds(copy)]


def find(address: str, *, site: str) -> Embedded:
    """Raises as `embedding`."""
    path = path_of(address, site=site)
    if not path.isprintable():  # PostgreSQL refuses to look for NUL
        raise Http404
    match = resolve(path)
    tell = TELLERS.get(match.url_name or "")
    if tell is None:
        raise Http404
    try:
        return tell(site, **match.kwargs)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def path_of(address: str, *, site: str) -> str:
    """The path of an address of ours, by either scheme. Raises BadRequest for another."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise BadRequest(_("This is not an address.")) from error
    if parts.scheme not in {"http", "https"} or parts.netloc.lower() != urlsplit(site).netloc.lower():
        raise BadRequest(_("This is not an address of this site."))
    return unquote(parts.path) or "/"


def of_work(site: str, artwork_id: UUID) -> Embedded:
    """A mature one without its picture. Raises Artwork.DoesNotExist."""
    there = Artwork.objects.visible_to(ANYONE).filter(pk=artwork_id).values_list("pk", flat=True)
    for work in tell_artworks(list(there), viewer=ANYONE, base=site):
        copies = None if work["is_mature"] else work["thumbnails"]
        return Embedded(work["title"], *names(work["artist"]), copies, is_photo=True)
    raise Artwork.DoesNotExist


def of_image(site: str, image_id: UUID) -> Embedded:
    """A picture, or the work by which alone visitors see it. Raises Image.DoesNotExist."""
    there = Image.objects.visible_to(ANYONE).filter(pk=image_id).values_list("pk", flat=True)
    for picture in tell_all(list(there), viewer=ANYONE, base=site):
        title = picture["title"] or _("Untitled")
        return Embedded(title, *names(picture["user"]), picture["thumbnails"], is_photo=True)
    return of_work(site, work_showing(image_id))


def of_artist(site: str, username: str) -> Embedded:
    """Raises Artist.DoesNotExist."""
    found = artist_called(username)
    works = Artwork.objects.visible_to(ANYONE).filter(owner=found.pk, is_mature=False).order_by("-sort_date", "-pk")
    newest = works.values_list("pk", flat=True)[:1]
    return Embedded(found.artist_name, found.user.username, found.artist_name, copies_of_first(newest, site))


def of_gallery(site: str, username: str, slug: str) -> Embedded:
    """A public one: another's address is its secret. Raises Gallery.DoesNotExist, Artist.DoesNotExist."""
    owner = artist_called(username)
    found = Gallery.objects.visible_to(ANYONE).get(owner=owner.pk, slug=slug)
    hung = hanging_in(found, ANYONE).filter(artwork__is_mature=False).order_by("position", "pk")
    first = hung.values_list("artwork", flat=True)[:1]
    return Embedded(found.name, owner.user.username, owner.artist_name, copies_of_first(first, site))


def of_album(site: str, album_id: UUID) -> Embedded:
    """A public one. Raises Album.DoesNotExist."""
    found = Album.objects.visible_to(ANYONE).select_related("owner__artist").get(pk=album_id)
    first = inside_of(found.pk, ANYONE).order_by("position", "image").values_list("image", flat=True)[:1]
    pictures = tell_all(list(first), viewer=ANYONE, base=site)
    owner, copies = found.owner, pictures[0]["thumbnails"] if pictures else None
    return Embedded(found.name, owner.username, owner.artist.artist_name, copies)


def artist_called(username: str) -> Artist:
    """Raises Artist.DoesNotExist."""
    found: Artist = Artist.objects.visible_to(ANYONE).called(username).select_related("user").get()
    return found


def copies_of_first(artwork_ids: Iterable[UUID], site: str) -> Row | None:
    """The copies of the first of these works, None where there is none."""
    works = tell_artworks(list(artwork_ids), viewer=ANYONE, base=site)
    return works[0]["thumbnails"] if works else None


def names(artist: Row) -> tuple[str, str]:
    return artist["username"], artist["artist_name"]


# By the names of their addresses.
TELLERS: dict[str, Callable[..., Any]] = {
    "artwork": of_work,
    "image": of_image,
    "artist": of_artist,
    "gallery": of_gallery,
    "album": of_album,
}
