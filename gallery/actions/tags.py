"""Tagging pictures."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count
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
        raise too_many()
    return names


def too_many() -> ValidationError:
    return ValidationError({"tags": ValidationError(_("A picture may have at most %d tags.") % MOST, code="max_items")})


def own_tags(keywords: Iterable[str]) -> list[str]:
    """The tags that a picture brings along, as far as they can be tags: nobody typed them, so none is an error."""
    folded = dict.fromkeys(fold_tag(part) for text in keywords for part in text.split(","))
    return [name for name in folded if 0 < len(name) <= LONGEST][:MOST]


def slug_of(name: str) -> str:
    """An address for a tag. Two tags never share one: what the slug cannot tell apart, a few letters of a hash do."""
    slug = slugify(name, allow_unicode=True)
    if slug.replace("-", " ") == name:
        return slug
    # Cut, for some signs are written out in slugs, one in up to 18 letters.
    return f"{slug[:LONGEST]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".lstrip("-")


def tags_named(names: list[str]) -> list[Tag]:
    """The tags of these folded names, made where missing. Two queries, however many; safe beside others that do the same."""
    # In order: two transactions that make the same tags the other way round would wait for each other.
    Tag.objects.bulk_create([Tag(name=name, slug=slug_of(name)) for name in sorted(names)], ignore_conflicts=True)
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


def add_tags(images: Collection[UUID], names: list[str]) -> set[UUID]:
    """Gives pictures these folded tags beside those that they have; tells which had not all of them. To be called within
    `followed`. Raises ValidationError on `tags` where one picture would have too many."""
    tags, tagged = tags_named(names), ImageTag.objects.filter(image__in=images)
    there = set(tagged.filter(tag__in=tags).values_list("image", "tag"))
    uploaded = dict(Image.objects.filter(pk__in=images).values_list("pk", "uploaded_at"))
    new = [(image, tag.pk) for image in uploaded for tag in tags if (image, tag.pk) not in there]
    had = dict(tagged.order_by().values_list("image").annotate(Count("tag")))
    added = Counter(image for image, _tag in new)
    if any(had.get(image, 0) + more > MOST for image, more in added.items()):
        raise too_many()
    ImageTag.objects.bulk_create(
        ImageTag(image_id=image, tag_id=tag, uploaded_at=uploaded[image]) for image, tag in new
    )
    return set(added)


def remove_tags(images: Collection[UUID], names: list[str]) -> set[UUID]:
    """Takes these folded tags from pictures; tells which had any. To be called within `followed`."""
    rows = ImageTag.objects.filter(image__in=images, tag__in=list(Tag.objects.filter(name__in=names)))
    changed = set(rows.values_list("image", flat=True))
    rows.delete()
    return changed
