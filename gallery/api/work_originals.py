"""The originals of works' pictures: as they are to their artist; to others, where that is allowed, with what is private blanked,
or a copy as large under the artist's mark."""

from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import F
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from gallery import copies
from gallery.api.bytes import download_file, send_copy, send_redacted, served
from gallery.api.rendition import draw, usual_format, watermark_for
from gallery.api.work_drawn import View
from gallery.api.work_pictures import file_name
from gallery.credit import in_force
from gallery.imaging.copying import Copy
from gallery.imaging.cropping import Frame, plan
from gallery.models import ArtworkImage, Image, Watermark
from gallery.permissions import can_change_image, can_download_image
from gallery.serving import Audience

# Its artist gets other bytes under the same address.
BY_PERSON = "Authorization, Cookie"


def audience_in_work(*, is_own: bool) -> Audience:
    """Who may keep what a work shows: anyone for a minute, since others see public works alone; what its artist gets, nobody
    else."""
    return Audience.OWNER if is_own else Audience.EVERYONE_BRIEFLY


def send_whole(request: Request, artwork_id: UUID, view: View, *, kind: str, wish: bool | None) -> HttpResponseBase:
    """The original of a picture that the viewer may have in that size, or a copy of all its pixels where it is to bear a mark or
    to be of another format. Counts a download by others where it is the original.

    Raises PermissionDenied while the artist does not give it away, ValidationError, Refused, Image.DoesNotExist.
    """
    images = Image.objects.select_related("file", "owner__artist").annotate(shares_place=F("owner__share_location"))
    image = images.get(pk=view.image_id)
    is_own = can_change_image(request.user, image)
    if not can_download_image(request.user, image):
        raise PermissionDenied(_("The artist does not give this original away."))
    watermark = watermark_for(image.owner_id, wish, is_own=is_own)
    training = in_force((view.ai_training, view.owners_ai_training))
    if kind or watermark:
        return send_full_copy(request, image, watermark, kind=kind)
    if is_own:
        return download_file(request, image.file, ai_training=training)
    audience, name = audience_in_work(is_own=is_own), name_for_others(artwork_id, image)
    return send_redacted(request, image, audience=audience, ai_training=training, name=name)


def name_for_others(artwork_id: UUID, image: Image) -> str:
    """What others save an original as: by the work, for its own name may tell what is not theirs to know."""
    views = ArtworkImage.objects.filter(artwork=artwork_id, image=image.pk)
    title, position = views.values_list("artwork__title", "position").first() or ("", 0)
    return file_name(title, position, image.mime_type)


def send_full_copy(request: Request, image: Image, watermark: Watermark | None, *, kind: str) -> HttpResponseBase:
    """A copy of all the pixels, drawn where it is not kept. Raises as `gallery.api.rendition.draw`."""
    copy = full_copy(image, kind=kind, accept=request.headers.get("Accept", ""))
    is_own = can_change_image(request.user, image)
    return send_copy(
        request,
        copies.find(image, copies.described(copy, watermark)),
        draw=partial(draw, request, image, copy, watermark),
        told=partial(
            served,
            kind=copy.format,
            audience=audience_in_work(is_own=is_own),
            vary=BY_PERSON if kind else f"Accept, {BY_PERSON}",
            ai_training=in_force((image.ai_training, image.owner.ai_training)),
        ),
    )


def full_copy(image: Image, *, kind: str, accept: str) -> Copy:
    """All the pixels, as `kind` or as what the client reads and can hold them. Raises ValidationError on `format`."""
    cut = plan((image.width, image.height), Frame())
    copy = Copy(cut, kind or usual_format(accept, image))
    if copy.is_too_large() and not kind:
        copy = Copy(cut, "jpeg")
    if copy.is_too_large():
        detail = _("Too large as %(format)s: ask for another format.") % {"format": copy.format}
        raise ValidationError({"format": ValidationError(detail, code="too_large")})
    return copy
