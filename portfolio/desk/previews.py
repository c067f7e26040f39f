"""Things that can be put forward, as a line about each shows them: a name, a small picture, where they are seen.

A picture comes through the thing itself, as for anyone: of what is hidden there is none, for staff either.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Artist
from gallery.models import Artwork, Gallery
from portfolio.exhibitions.covers import copies_of_cover
from portfolio.models import Exhibition, Target
from portfolio.portraits import portrait_url


@dataclass(frozen=True)
class Preview:
    """`src` is empty where there is no picture for everyone; `href` is its page on the site."""

    name: str
    src: str
    href: str


def of_artwork(work: Any) -> Preview:
    """By its artist."""
    return Preview(f"{work.title}, {work.owner.username}", src_of_work(work), reverse("artwork", args=[work.pk]))


def of_gallery(gallery: Any) -> Preview:
    """Its cover."""
    src = src_of_work(gallery.cover_artwork) if gallery.visibility == "public" and not gallery.is_hidden else ""
    path = reverse("gallery", args=[gallery.owner.username, gallery.slug])
    return Preview(f"{gallery.name}, {gallery.owner.username}", src, path)


def of_artist(artist: Any) -> Preview:
    """Their portrait."""
    portrait = getattr(artist.user, "portfolio", None) and artist.user.portfolio.portrait
    src = portrait_url(artist.pk, portrait.pk, is_hidden=portrait.is_hidden, base="") if portrait else None
    return Preview(artist.artist_name, f"{src}&size=square" if src else "", artist.user.get_absolute_url())


def of_exhibition(exhibition: Any) -> Preview:
    """Its cover."""
    copies = None if exhibition.is_hidden else copies_of_cover(exhibition)
    src = copies["square"]["url"] if copies else ""
    return Preview(exhibition.title, src, reverse("exhibition", args=[exhibition.pk]))


def src_of_work(work: Artwork | None) -> str:
    """A small picture of a work, where anyone may see it."""
    return f"/api/artworks/{work.pk}/thumbnail?size=square" if work is not None and work.is_public else ""


PORTRAIT = "user__portfolio__portrait"
TELLERS: dict[Target, tuple[QuerySet[Any], str, Callable[[Any], Preview]]] = {
    Target.ARTWORK: (Artwork.objects.select_related("owner"), "title", of_artwork),
    Target.ARTIST: (Artist.objects.select_related(PORTRAIT), "artist_name", of_artist),
    Target.GALLERY: (Gallery.objects.select_related("owner", "cover_artwork"), "name", of_gallery),
    Target.EXHIBITION: (Exhibition.objects.select_related("cover"), "title", of_exhibition),
}
"""By kind: what to read, the column of its name, and how it is told."""


def previews(kind: Target, ids: Collection[UUID]) -> dict[UUID, Preview]:
    """Of these things, as far as they are there. One query; none where there are no ids."""
    if not ids:
        return {}
    things, _name, tell = TELLERS[kind]
    return {thing.pk: tell(thing) for thing in things.filter(pk__in=ids)}
