"""How what was found is told: each kind as in the lists of its own, and the texts of it that a highlight is taken from."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from gallery.api.collections import tell_albums
from gallery.api.pictures import Row, tell_all
from gallery.api.rooms import tell_galleries
from gallery.api.works import tell_artworks
from gallery.models import Album

Teller = Callable[..., list[Row]]
"""`teller(ids, viewer=…, base=…)`: these things, which the viewer may see, as told to them in this order."""
Texts = list[tuple[str, str]]
"""Fields with what is said in them, the best first."""


def tell_found_albums(ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    return tell_albums(ids, among=Album.objects.visible_to(viewer), viewer=viewer, base=base)


TELLERS: dict[str, Teller] = {
    "image": tell_all,
    "album": tell_found_albums,
    "artwork": tell_artworks,
    "gallery": tell_galleries,
}
"""How each kind of `gallery.search.kinds` is told; of what other rooms tell, the settings name how."""


@cache
def teller(kind: str) -> Teller:
    return TELLERS.get(kind) or import_string(settings.SEARCH_TELLERS[kind])


def texts_of_image(item: Row) -> Texts:
    """A picture without a title goes by the name of its file."""
    title = item["title"] or item["original_filename"]
    return [("title", title), ("tag", ", ".join(item["tags"])), ("description", item["description"])]


def texts_of_artwork(item: Row) -> Texts:
    category = item["category"]["name"] if item["category"] else ""
    described = [("description", text) for text in (item["description"], item["alt_text"], category)]
    artist = ("artist", item["artist"]["artist_name"])
    return [("title", item["title"]), ("tag", ", ".join(item["tags"])), *described, ("medium", item["medium"]), artist]


def texts_of_artist(item: Row) -> Texts:
    names = [("title", item["artist_name"]), ("title", item["username"])]
    said = [("tag", ", ".join(item["specialties"])), ("description", item["bio"]), ("location", item["location"])]
    return names + said


def texts_of_room(item: Row) -> Texts:
    return [("title", item["name"]), ("description", item["description"])]


TEXTS: dict[str, Callable[[Row], Texts]] = {
    "image": texts_of_image,
    "album": texts_of_room,
    "artwork": texts_of_artwork,
    "gallery": texts_of_room,
    "artist": texts_of_artist,
}
"""What a highlight of each kind is taken from; of what is other rooms', the settings name how."""


@cache
def texts_by(kind: str) -> Callable[[Row], Texts]:
    return TEXTS.get(kind) or import_string(settings.SEARCH_TEXTS[kind])


def texts_of(kind: str, item: Row) -> Texts:
    return texts_by(kind)(item)
