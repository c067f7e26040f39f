"""A picture as a page shows it: which copies there are, how much room is kept for it, what is said instead of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from gallery.api.addresses import thumbnail_url
from gallery.api.copies import Copies, copies_of
from gallery.api.pictures import thumbnails
from gallery.imaging import geometry
from gallery.models import Image
from portfolio.for_programs.plain_copies import preview

# What a card shows of an image, and no column more: rows are wide with all that is known of a picture.
CARD = (
    "title", "alt_text", "width", "height", "has_alpha", "placeholder", "owner__username", "owner__artist__artist_name",
)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """What a template needs for one `img`; `width` and `height` are the room kept for it, in CSS pixels, `href` the page about
    what it shows. What is veiled is shown as its placeholder alone until it is asked for, what is hidden to its artist alone."""

    href: str
    title: str
    artist: str
    alt: str
    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    placeholder: str
    is_clear: bool
    is_first: bool
    is_veiled: bool = False
    is_hidden: bool = False

    @property
    def largest(self) -> str:
        """The address of the largest copy there is of it here."""
        return self.srcset.rpartition(", ")[2].partition(" ")[0] or self.src


@dataclass(frozen=True)
class Cover:
    """The picture that stands for a page where it is linked to: absolute address, size in pixels, words, media type."""

    url: str
    width: int
    height: int
    alt: str
    type: str


def picture(
    image: Image,
    *,
    copies: Sequence[str],
    sizes: str,
    room: tuple[int, int],
    is_first: bool = True,
    elsewhere: Copies | None = None,
) -> Picture:
    """The image in the named copies; needs its owner's artist. `is_first`: on the first screen, to be loaded at once.
    `elsewhere`: which copies are fetched not from us, as `copies_of` tells, which is asked where that is not given."""
    width, height = room
    told = copies_of([image.pk])[image.pk] if elsewhere is None else elsewhere
    return Picture(
        href=reverse("image", args=[image.pk]),
        title=image.title,
        artist=image.owner.artist.artist_name,
        alt=image.alt_text or image.title,
        src=told.get("medium") or thumbnail_url("", image.pk, "medium"),
        srcset=srcset(image, copies, told),
        sizes=sizes,
        width=width,
        height=height,
        # Where the picture does not cover it, it would shine through for ever.
        placeholder="" if image.has_alpha or not fills(image, room) else image.placeholder,
        is_clear=image.has_alpha,
        is_first=is_first,
    )


def fills(image: Image, room: tuple[int, int]) -> bool:
    """Whether the room has the picture's proportions, but for rounding to whole pixels."""
    width, height = room
    return abs(width * image.height / image.width - height) <= max(1, height / width)


def srcset(image: Image, copies: Sequence[str], elsewhere: Copies | None = None) -> str:
    """The copies by their width; of those equally wide, as all of a small picture are, the first alone."""
    urls: dict[int, str] = {}
    for name in copies:
        width, _ = geometry.rendition_size(image.width, image.height, name)
        urls.setdefault(width, (elsewhere or {}).get(name) or thumbnail_url("", image.pk, name))
    return ", ".join(f"{url} {width}w" for width, url in urls.items())


def cover(image: Image, *, base: str) -> Cover:
    """A large copy, at its address under `base` (`https://host`)."""
    copy = preview(thumbnails({"pk": image.pk, "width": image.width, "height": image.height}, base), base=base)
    return Cover(copy.url, copy.width, copy.height, image.alt_text or image.title, copy.type)
