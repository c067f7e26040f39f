"""Pictures, with whose they are and where one asks for a licence
(developers.google.com/search/docs/appearance/structured-data/image-license-metadata)."""

from collections.abc import Sequence
from urllib.parse import urljoin

from gallery.api.pictures import Row, thumbnails
from gallery.credit import Rights
from gallery.models import Image
from portfolio.for_programs.linked_data.people import person
from portfolio.for_programs.linked_data.writing import Node

PIXELS = "E37"  # as UN/CEFACT's recommendation 20 writes them


def image_object(copies: Row, *, page: str, rights: Rights, artist: Node, site: str) -> Node:
    """A picture in the largest of the copies that the reader may have, at its page under `site` (`https://host`)."""
    largest = copies["xlarge"]
    return {
        "@type": "ImageObject",
        "url": page,
        "contentUrl": urljoin(site, largest["url"]),
        "thumbnailUrl": urljoin(site, copies["medium"]["url"]),
        "width": in_pixels(largest["width"]),
        "height": in_pixels(largest["height"]),
        "creator": artist if rights["creator"] == artist["name"] else {"@type": "Person", "name": rights["creator"]},
        "creditText": rights["credit_line"],
        "copyrightNotice": rights["copyright_notice"],
        "acquireLicensePage": page,
    }


def in_pixels(number: int) -> Node:
    """A side of a picture."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": PIXELS}


def picture_page(image: Image, *, rights: Rights, tags: Sequence[str], site: str) -> Node:
    """A picture on its own page; needs its owner's artist."""
    owner = image.owner
    artist = person(owner.username, owner.artist.artist_name, site=site)
    copies = thumbnails({"pk": image.pk, "width": image.width, "height": image.height}, site)
    return image_object(copies, page=f"{site}/images/{image.pk}", rights=rights, artist=artist, site=site) | {
        "name": image.title,
        "description": image.description,
        "caption": image.alt_text,
        "uploadDate": image.uploaded_at,
        "keywords": list(tags),
    }
