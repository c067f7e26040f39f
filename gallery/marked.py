"""The standing copies of pictures under their owner's mark: what others get of works instead of those without it.

They lie beside those, each in a row whose `size` names the mark too (`gallery.watermarks.marked`). Turned off, the mark leaves
them where they are, unseen, for when it is turned on again; they go when it is another.
"""

from uuid import UUID

from gallery import copies, renditions
from gallery.credit import credit_of
from gallery.imaging.renditions import Wanted
from gallery.models import Image, Rendition
from gallery.terms import Terms, allowed, terms_of
from gallery.watermarks import fingerprint, marked, watermark_of


def complete(image: Image) -> int:
    """Draws the marked copies of a picture that a work shows, as far as they are missing or tell another credit than its present
    one; where no mark is laid over, nothing. Returns how many. Safe to stop and to run twice.

    Raises as `renditions.draw`.
    """
    terms = terms_of(image.owner_id)
    wanted = missing(image, terms) if terms.watermark else []
    return len(renditions.draw(image, wanted, terms.watermark)) if wanted else 0


def missing(image: Image, terms: Terms) -> list[Wanted]:
    """What is to be drawn under the mark: every size within the limit, as WebP and as what any browser reads."""
    plain, credit = "png" if image.has_alpha else "jpeg", credit_of(image)
    kept = set(image.renditions.values_list("stored_name", flat=True))

    def name(size: str, kind: str) -> str:
        wanted = Wanted(marked(size, terms.watermark), kind)
        return renditions.rendition_name(stored_name=image.file.stored_name, wanted=wanted, credit=credit)

    every = [Wanted(size, kind) for size in allowed(terms.limit) for kind in ("webp", plain)]
    return [each for each in every if name(each.size, each.format) not in kept]


def forget_others(owner_id: UUID) -> int:
    """Removes the standing copies of a person's pictures under another mark than their present one. Returns how many."""
    standing = Rendition.objects.filter(image__owner=owner_id, used_at=None, size__contains="-w")
    if present := watermark_of(owner_id):
        standing = standing.exclude(size__endswith=f"-w{fingerprint(present)}")
    return copies.forget(standing.values_list("pk", flat=True))
