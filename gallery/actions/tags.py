"""Tagging pictures."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gallery.models import Image, ImageTag, Tag

LONGEST = 50
MOST = 50
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def fold_tag(text: str) -> str:
    """A tag as it is kept: lower case, single spaces, no control characters, Unicode NFC."""
    # Lower case may fall apart into letter and accent: composed last, so that a tag folded again is the same tag.
    lowered = CONTROL.sub(" ", unicodedata.normalize("NFC", text)).lower()
    return " ".join(unicodedata.normalize("NFC", lowered).split())


def fold_tags(texts: Iterable[str]) -> list[str]:
    """Tags as they are kept, each once, in the order given; a comma separates tags too.

    Raises ValidationError on `tags` for one that is too long, or for too many.
    """
    folded = dict.fromkeys(fold_tag(part) for text in texts for part in text.split(","))
    names = [name for name in folded if name]
    if any(len(name) > LONGEST for name in names):
        raise ValidationError(
            {"tags": ValidationError(_("A tag may have at most %d characters.") % LONGEST, code="max_length")}
        )
    if len(names) > MOST:
        raise ValidationError(
            {"tags": ValidationError(_("A picture may have at most %d tags.") % MOST, code="max_items")}
        )
    return names


def own_tags(keywords: Iterable[str]) -> list[str]:
    """The tags that a picture brings along, as far as they can be tags: nobody typed them, so none is an error."""
    folded = dict.fromkeys(fold_tag(part) for text in keywords for part in text.split(","))
    return [name for name in folded if 0 < len(name) <= LONGEST][:MOST]


def slug_of(name: str) -> str:
    """An address for a tag. Two tags never share one: what the slug cannot tell apart, a few letters of a hash do."""
    slug = slugify(name, allow_unicode=True)
    if slug.replace("-", " ") == name:
        return slug
    return f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".lstrip("-")


def tags_named(names: list[str]) -> list[Tag]:
    """The tags of these folded names, made where missing. Two queries, however many; safe beside others that do the same."""
    Tag.objects.bulk_create([Tag(name=name, slug=slug_of(name)) for name in names], ignore_conflicts=True)
    return list(Tag.objects.filter(name__in=names))


def set_tags(*, image: Image, names: list[str]) -> None:
    """Gives a picture exactly these folded tags. To be called within `followed`, which counts them."""
    if names:
        tags = tags_named(names)
        ImageTag.objects.filter(image=image).exclude(tag__in=tags).delete()
        rows = [ImageTag(image=image, tag=tag, uploaded_at=image.uploaded_at) for tag in tags]
        ImageTag.objects.bulk_create(rows, ignore_conflicts=True)
    else:
        ImageTag.objects.filter(image=image).delete()
