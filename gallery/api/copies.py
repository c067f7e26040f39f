"""Where copies of pictures are fetched without the application: from a CDN, or from nginx under a signed address."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from uuid import UUID

from django.conf import settings

from accounts.prepared import Prepared, Slot
from gallery.imaging import geometry
from gallery.models import File, Rendition
from gallery.serving.signing import signed_path
from gallery.storage.shelves import place

# Of each size the one format that every browser reads: an address cannot go by what the browser accepts.
FORMAT = "webp"

Copies = dict[str, str]


@cache
def names_of_copies(number: int) -> Prepared:
    """The standing copies of so many pictures, and who may fetch them."""
    standing = Rendition.objects.filter(format=FORMAT, size__in=geometry.NAMES)
    columns = ("image_id", "size", "stored_name", "is_published", "image__is_public")
    return Prepared(
        lambda **ids: standing.filter(image__in=list(ids.values())).values_list(*columns),
        lambda: {f"id_{index}": Slot(File._meta.pk, UUID(int=index + 1)) for index in range(number)},
    )


def copies_of(image_ids: Sequence[UUID], base: str = "") -> dict[UUID, Copies]:
    """The addresses of these pictures' copies that need no application, by picture and size: what is published on the CDN,
    what is not public signed for a minute, below `base` (`https://host`). The viewer must be known to see the pictures.

    One query; none, and nothing told, where neither CDN_URL nor MEDIA_SIGNING_KEY is set.
    """
    told: dict[UUID, Copies] = defaultdict(dict)
    if not image_ids or not (settings.CDN_URL or settings.MEDIA_SIGNING_KEY):
        return told
    values = {f"id_{index}": image_id for index, image_id in enumerate(image_ids)}
    for image_id, size, name, is_published, is_public in names_of_copies(len(image_ids)).rows(**values):
        if is_published and settings.CDN_URL:
            told[image_id][size] = f"{settings.CDN_URL}/{place(name)}"
        elif settings.MEDIA_SIGNING_KEY and not is_public:
            told[image_id][size] = f"{base}{signed_path(image_id, size, name)}"
    return told
