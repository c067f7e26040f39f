"""Pages that show many things: galleries, albums, what was looked for."""

from collections.abc import Sequence
from urllib.parse import urljoin

from gallery.api.pictures import Row, thumbnails
from gallery.models import Image
from portfolio.for_programs.linked_data.people import person
from portfolio.for_programs.linked_data.writing import Node

# Enough to tell what hangs there: each costs 300 bytes, and has a page that tells the rest.
MOST = 24


def image_gallery(name: str, *, url: str, creator: Node, parts: list[Node], description: str = "") -> Node:
    """A gallery or an album, with the first that hangs in it (`works_in_list`, `pictures_in_list`)."""
    return collection_page(name, url=url, parts=parts, description=description) | {
        "@type": "ImageGallery",
        "creator": creator,
    }


def collection_page(name: str, *, url: str, parts: list[Node], description: str = "") -> Node:
    """A list of works or pictures; `url` is its canonical address, whole."""
    return {"@type": "CollectionPage", "name": name, "url": url, "description": description, "hasPart": parts}


def works_in_list(cards: Sequence[Row], *, site: str) -> list[Node]:
    """The first of these works, as `tell_cards` tells them, but for mature ones."""
    return [
        {
            "@type": "VisualArtwork",
            "name": card["title"],
            "url": f"{site}/artworks/{card['id']}",
            "image": urljoin(site, card["thumbnails"]["large"]["url"]),
            "creator": {"@type": "Person", "name": card["artist"]["artist_name"]},
        }
        for card in [card for card in cards if not card["is_mature"]][:MOST]
    ]


def pictures_in_list(images: Sequence[Image], *, site: str) -> list[Node]:
    """The first of these pictures, with their owner's artist."""
    return [picture_in_list(image, site=site) for image in images[:MOST]]


def picture_in_list(image: Image, *, site: str) -> Node:
    """A picture where it is one of many."""
    copies = thumbnails({"pk": image.pk, "width": image.width, "height": image.height}, site)
    owner = image.owner
    return {
        "@type": "ImageObject",
        "name": image.title,
        "caption": image.alt_text,
        "url": f"{site}/images/{image.pk}",
        "contentUrl": copies["large"]["url"],
        "creator": person(owner.username, owner.artist.artist_name, site=site),
        "creditText": owner.artist.artist_name,
    }
