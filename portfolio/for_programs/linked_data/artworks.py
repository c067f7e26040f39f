"""Works (https://schema.org/VisualArtwork)."""

from gallery.api.pictures import Row
from gallery.models import Availability
from portfolio.for_programs.linked_data.licences import licence
from portfolio.for_programs.linked_data.people import person
from portfolio.for_programs.linked_data.pictures import image_object
from portfolio.for_programs.linked_data.writing import CONTEXT, Node

CENTIMETRES = "CMT"  # as UN/CEFACT's recommendation 20 writes them
OFFERED: dict[str, str] = {
    Availability.AVAILABLE: "InStock",
    Availability.SOLD: "SoldOut",
    Availability.EXHIBITION: "OutOfStock",
}


def visual_artwork(work: Row, *, site: str) -> Node:
    """A work as `tell_artwork_whole` tells it, at its page under `site` (`https://host`)."""
    page = f"{site}/artworks/{work['id']}"
    artist = person(work["artist"]["username"], work["artist"]["artist_name"], site=site)
    rights = work["images"][0]["rights"]
    return {
        "@type": "VisualArtwork",
        "name": work["title"],
        "url": page,
        "creator": artist,
        "description": work["description"],
        "artMedium": work["medium"],
        "artform": work["category"] and work["category"]["name"],
        **sizes(work),
        "dateCreated": work["creation_date"],
        "datePublished": work["published_at"],
        "keywords": work["tags"],
        "image": views(work, page=page, artist=artist, site=site),
        "offers": offer(work, page=page, seller=artist),
        "license": licence(work["license"]),
        "creditText": rights["credit_line"],
        "copyrightNotice": rights["copyright_notice"],
    }


def sizes(work: Row) -> Node:
    """The artist's words on its size, and the sides that are known."""
    sides = {name: work[f"{name}_cm"] for name in ("width", "height", "depth")}
    return {"size": work["dimensions"]} | {name: side and in_centimetres(side) for name, side in sides.items()}


def in_centimetres(side: str) -> Node:
    """A side of a work, which is told as a decimal text."""
    return {"@type": "QuantitativeValue", "value": float(side), "unitCode": CENTIMETRES}


def views(work: Row, *, page: str, artist: Node, site: str) -> list[Node]:
    """Its pictures, its main one first."""
    return [
        image_object(view["thumbnails"], page=page, rights=view["rights"], artist=artist, site=site)
        | {"name": work["title"], "caption": view["alt_text"], "license": licence(work["license"])}
        for view in work["images"]
    ]


def offer(work: Row, *, page: str, seller: Node) -> Node:
    """What it costs, and whether it is to be had; nothing where no price is told."""
    if work["price"] is None or work["availability_status"] not in OFFERED:
        return {}
    return {
        "@type": "Offer",
        "price": work["price"],
        "priceCurrency": work["currency"],
        "availability": f"{CONTEXT}/{OFFERED[work['availability_status']]}",
        "url": page,
        "seller": seller,
    }
