"""What was found, as a list shows it: each with a picture, what it is, whose it is, and the words that answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gallery.api.pictures import Row
from gallery.api.search import tell_hits
from gallery.models import Image
from gallery.search.finding import Hit
from gallery.search.tree import Node
from portfolio.hanging.initials import initials
from portfolio.hanging.pictures import CARD, Picture
from portfolio.hanging.thumbs import thumb, thumb_of_card
from portfolio.hanging.wall import Wall, wall
from portfolio.hanging.works import tell_cards, transparent, wall_of_works

LABELS = {
    "artwork": gettext_lazy("Work"),
    "image": gettext_lazy("Picture"),
    "artist": gettext_lazy("Artist"),
    "gallery": gettext_lazy("Gallery"),
    "album": gettext_lazy("Album"),
    "exhibition": gettext_lazy("Exhibition"),
}


class Shown(NamedTuple):
    """Of what was found, works as `tell_cards` tells them, by id, and which pictures are transparent."""

    cards: dict[UUID, Row]
    clear: set[UUID]


@dataclass(frozen=True)
class Result:
    """One thing that was found. `title` and `highlight` are safe HTML, the words of the query in `<mark>`; `highlight` is empty
    where the title is what answered. Without `picture` there may be a `portrait`, and else `initials` stand there."""

    label: str
    href: str
    title: SafeString
    who: str
    highlight: SafeString
    picture: Picture | None = None
    portrait: str = ""
    initials: str = ""


def tell_results(hits: Sequence[Hit], tree: Node, *, viewer: Any) -> list[Result]:
    """These hits, in this order. As many queries as the lists of the types among them, and two for their pictures."""
    rows = tell_hits(hits, tree, viewer=viewer, base="")
    items = {kind: [row["item"] for row in rows if row["type"] == kind] for kind in LABELS}
    works = items["artwork"] + [work for artist in items["artist"] for work in first_work(artist)]
    cards = tell_cards([work["id"] for work in works], viewer=viewer)
    shown = Shown({card["id"]: card for card in cards}, transparent([image["id"] for image in items["image"]]))
    return [tell_result(row, shown) for row in rows]


def first_work(artist: Row) -> list[Row]:
    """The one that stands for an artist, or none."""
    return [work for work in artist["featured_artworks"] if not work["is_mature"]][:1]


def tell_result(row: Row, shown: Shown) -> Result:
    title, told = TELLERS[row["type"]](row["item"], shown)
    marked = row["highlight"]
    # A highlight is HTML in which all was escaped, and of tags has none but these.
    answers = marked.replace("<mark>", "").replace("</mark>", "") == escape(title)
    words = {"title": marked, "highlight": SafeString("")} if answers else {"title": escape(title), "highlight": marked}
    return Result(label=str(LABELS[row["type"]]), initials=initials(title), **words, **told)


def of_work(item: Row, shown: Shown) -> tuple[str, Row]:
    card = shown.cards.get(item["id"])
    told = {"href": reverse("artwork", args=[item["id"]]), "who": item["artist"]["artist_name"]}
    return item["title"], told | {"picture": card and thumb_of_card(card)}


def of_image(item: Row, shown: Shown) -> tuple[str, Row]:
    facts = {"placeholder": item["placeholder"], "is_clear": item["id"] in shown.clear}
    picture = thumb(item["thumbnails"], alt=item["alt_text"] or item["title"], **facts)
    told = {"href": reverse("image", args=[item["id"]]), "who": item["user"]["artist_name"], "picture": picture}
    return item["title"] or _("Untitled"), told


def of_artist(item: Row, shown: Shown) -> tuple[str, Row]:
    told = {"href": reverse("artist", args=[item["username"]]), "who": item["location"]}
    if item["profile_image_url"]:
        return item["artist_name"], told | {"portrait": f"{item['profile_image_url']}&size=square"}
    pictures = [thumb_of_card(shown.cards[work["id"]]) for work in first_work(item) if work["id"] in shown.cards]
    return item["artist_name"], told | {"picture": next(iter(pictures), None)}


def of_gallery(item: Row, shown: Shown) -> tuple[str, Row]:
    href = reverse("gallery", args=[item["artist"]["username"], item["slug"]])
    told = {"href": href, "who": item["artist"]["artist_name"]}
    return item["name"], told | {"picture": item["cover"] and thumb(item["cover"])}


def of_album(item: Row, shown: Shown) -> tuple[str, Row]:
    told = {"href": reverse("album", args=[item["id"]]), "who": item["user"]["artist_name"]}
    return item["name"], told | {"picture": item["cover"] and thumb(item["cover"])}


def of_exhibition(item: Row, shown: Shown) -> tuple[str, Row]:
    told = {"href": reverse("exhibition", args=[item["id"]]), "who": item["organizer"]["artist_name"]}
    return item["title"], told | {"picture": item["cover"] and thumb(item["cover"]["sizes"])}


TELLERS: dict[str, Callable[[Row, Shown], tuple[str, Row]]] = {
    "artwork": of_work,
    "image": of_image,
    "artist": of_artist,
    "gallery": of_gallery,
    "album": of_album,
    "exhibition": of_exhibition,
}
"""Of each type what a result says: its title, and the fields of `Result` that depend on the type."""


def wall_of_hits(hits: Sequence[Hit], *, viewer: Any) -> Wall:
    """Hits that are all works, or all pictures, on a wall. Two queries, and one where copies are fetched elsewhere."""
    ids = [hit.object_id for hit in hits]
    if any(hit.kind == "artwork" for hit in hits):
        return wall_of_works(tell_cards(ids, viewer=viewer))
    images = Image.objects.visible_to(viewer).select_related("owner__artist").only(*CARD).in_bulk(ids)
    return wall([images[pk] for pk in ids if pk in images])
