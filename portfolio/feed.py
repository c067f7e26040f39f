"""Pictures as an Atom feed (RFC 4287), each with its large copy as Media RSS tells it."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from gallery.api.addresses import thumbnail_url
from gallery.imaging import geometry
from gallery.models import Image

# XML has no way to write these.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# An empty feed needs a time too, and must not be another at each look.
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


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
        handler.addQuickElement("media:content", None, item["media"])


def newest_as_atom(images: Sequence[Image], *, base: str) -> str:
    """The feed of these images, newest first, at its address under `base` (`https://host`). They need their owner's artist."""
    feed = PicturesFeed(
        title=_("Atelier: new pictures"),
        link=f"{base}/",
        description=_("The newest pictures that their artists show to everyone."),
        feed_url=f"{base}/feed.atom",
        feed_guid=f"{base}/feed.atom",
        language="en",
    )
    for image in images:
        page = f"{base}/images/{image.pk}"
        feed.add_item(
            title=written(image.title) or _("Untitled"),
            link=page,
            # Readers take it for HTML.
            description=escape(written(image.description)),
            author_name=written(image.owner.artist.artist_name),
            unique_id=f"urn:uuid:{image.pk}",
            pubdate=image.uploaded_at,
            updateddate=image.updated_at,
            media=media(image, base),
        )
    return feed.writeString("utf-8")


def media(image: Image, base: str) -> dict[str, str]:
    """The large copy, as a JPEG, or as a PNG where it is transparent: what every reader of feeds shows."""
    kind = "png" if image.has_alpha else "jpeg"
    width, height = geometry.rendition_size(image.width, image.height, "large")
    address = f"{thumbnail_url(base, image.pk, 'large')}&format={kind}"
    size = {"width": str(width), "height": str(height)}
    return {"url": address, "type": f"image/{kind}", "medium": "image"} | size


def written(text: str) -> str:
    """A text without what XML cannot hold."""
    return NOT_IN_XML.sub("", text)
