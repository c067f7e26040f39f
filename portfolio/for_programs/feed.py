"""An Atom feed (RFC 4287) of works and pictures, each with its large copy as Media RSS tells it
(https://www.rssboard.org/media-rss)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from portfolio.for_programs.plain_copies import PlainCopy
from portfolio.for_programs.xml_texts import written

# An empty feed needs a time too, and must not be another at each look.
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """A work or a picture as a feed tells it: addresses are absolute, texts as people wrote them."""

    id: str
    page: str
    title: str
    description: str
    alt_text: str
    artist: str
    artist_page: str
    published_at: datetime
    updated_at: datetime
    tags: list[str]
    rights: str
    copy: PlainCopy


class PicturesFeed(Atom1Feed):
    """As Django's, with a picture in each entry."""

    def root_attributes(self) -> dict[str, str]:
        """Atom's namespace and that of Media RSS."""
        return super().root_attributes() | {"xmlns:media": "http://search.yahoo.com/mrss/"}

    def latest_post_date(self) -> datetime:
        """When anything in it changed last."""
        return max((item["updateddate"] for item in self.items), default=EPOCH)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """The entry's own elements, and its picture."""
        super().add_item_elements(handler, item | {"description": item["description"] or None})
        handler.startElement("media:content", item["media"])
        for name, attributes, text in item["of_media"]:
            if text:
                handler.addQuickElement(f"media:{name}", text, attributes)
        handler.endElement("media:content")


def as_atom(entries: Iterable[Entry], *, title: str, description: str, page: str, address: str) -> str:
    """The feed of these entries at its own absolute address, about the page at another."""
    feed = PicturesFeed(
        title=written(title),
        link=page,
        description=written(description),
        feed_url=address,
        feed_guid=address,
        language="en",
    )
    for entry in entries:
        feed.add_item(**told(entry), media=media(entry.copy), of_media=of_media(entry))
    return feed.writeString("utf-8")


def told(entry: Entry) -> dict[str, Any]:
    """What Atom itself tells of an entry."""
    return {
        "title": written(entry.title),
        "link": entry.page,
        # Readers take it for HTML.
        "description": escape(written(entry.description)),
        "author_name": written(entry.artist),
        "author_link": entry.artist_page,
        "unique_id": f"urn:uuid:{entry.id}",
        "pubdate": entry.published_at,
        "updateddate": entry.updated_at,
        "categories": [written(tag) for tag in entry.tags],
        "item_copyright": written(entry.rights),
    }


def media(copy: PlainCopy) -> dict[str, str]:
    """Where the picture is, and how large."""
    return {
        "url": copy.url,
        "type": copy.type,
        "medium": "image",
        "width": str(copy.width),
        "height": str(copy.height),
    }


def of_media(entry: Entry) -> list[tuple[str, dict[str, str], str]]:
    """What Media RSS tells of the picture: elements by name, with attributes and text. Nothing mature is in a feed."""
    return [
        ("rating", {"scheme": "urn:simple"}, "nonadult"),
        ("description", {"type": "plain"}, written(entry.alt_text)),
        ("credit", {"role": "artist", "scheme": "urn:ebu"}, written(entry.artist)),
        ("copyright", {}, written(entry.rights)),
    ]
