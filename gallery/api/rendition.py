"""`images/<id>/rendition`: a copy made to order.

Its owner gets what they ask for, to the pixel. To others a picture is what its largest public copy shows: no finer, whatever
region they ask for, in a limited number of sizes, and under the watermark that the owner enabled.
"""

from typing import Any, NoReturn
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from accounts.exceptions import Refused, TooManyRequests
from accounts.rates import give_back, spend
from accounts.requests import address_of
from gallery import copies
from gallery.api.bytes import audience_of, missing, reads, served
from gallery.api.rendition_query import RenditionQuerySerializer
from gallery.credit import in_force
from gallery.imaging import geometry, turns
from gallery.imaging.copying import Copy
from gallery.imaging.cropping import Cut, Frame, lies_within, plan
from gallery.imaging.errors import DarkroomBusy, PictureRefused
from gallery.links import opened_links
from gallery.models import Image, Rendition, Watermark
from gallery.permissions import can_change_image
from gallery.serving import Audience, serve
from gallery.snapping import PUBLIC_EDGE, snapped, snapped_quality
from gallery.storage import renditions as rendition_shelf
from gallery.watermarks import watermark_of


def rendition(request: Request, image_id: UUID) -> HttpResponseBase:
    """The copy that the query asks for, drawn where it is not kept. Raises Image.DoesNotExist, ValidationError,
    PermissionDenied for what only the owner may have, Refused (429, 503, 404)."""
    image, edge = asked_for(request, image_id)
    is_own = can_change_image(request.user, image)
    query = RenditionQuerySerializer(data=request.query_params.dict())
    query.is_valid(raise_exception=True)
    asked = query.validated_data
    copy = copy_of(image, asked, most=None if is_own else edge, accept=request.headers.get("Accept", ""))
    watermark = watermark_for(image.owner_id, asked.get("watermark"), is_own=is_own)
    kept = copies.find(image, copies.described(copy, watermark)) or draw(request, image, copy, watermark)
    try:
        return answer(request, image, kept, is_own=is_own)
    except (FileNotFoundError, EOFError):
        rendition_shelf().delete(kept.stored_name)  # what is there is cut short, and would be taken for whole
        return answer(request, image, draw(request, image, copy, watermark), is_own=is_own)


def asked_for(request: Request, image_id: UUID) -> tuple[Image, int]:
    """The picture, and the long edge of the largest copy that others than its owner get of it: of what they see only because a
    work shows it no more than its artist allows. Raises Image.DoesNotExist."""
    images = Image.objects.select_related("file", "owner__artist").filter(pk=image_id)
    if found := images.reachable_by(request.user, opened_links(request)).first():
        return found, PUBLIC_EDGE
    shown = images.get(is_shown=True)
    return shown, geometry.SIZES.get(shown.owner.artist.public_image_size, PUBLIC_EDGE)


def copy_of(image: Image, asked: dict[str, Any], *, most: int | None, accept: str) -> Copy:
    """What is to be drawn of what was asked for, with at most so many pixels on the long edge of the whole picture (None: as many
    as there are). Raises ValidationError, PermissionDenied."""
    frame = Frame(asked.get("width"), asked.get("height"), asked["fit"], asked.get("crop"))
    original, quality = (image.width, image.height), asked.get("quality")
    if frame.crop and not lies_within(frame.crop, original):
        refuse("crop", "outside", _("The picture has %d x %d pixels: no part of the region may be outside.") % original)
    if most is None:
        cut = plan(original, frame)
    else:
        cut, quality = public_cut(original, frame, most), snapped_quality(quality)
    copy = Copy(cut, asked.get("format") or usual_format(accept, image), quality)
    if copy.is_too_large():
        refuse("width", "too_large", _("Too large as %(format)s: ask for a smaller copy.") % {"format": copy.format})
    return copy


def public_cut(original: tuple[int, int], frame: Frame, most: int) -> Cut:
    """What others than the owner get. Raises PermissionDenied where they ask for more than so many pixels on the long edge."""
    sides = [side for side in (frame.width, frame.height) if side]
    if sides and max(*sides, *plan(original, frame).size) > most:
        raise PermissionDenied(_("Only its owner gets a copy with more than %d pixels on the long edge.") % most)
    return plan(original, snapped(frame, original), most=most)


def usual_format(accept: str, image: Image) -> str:
    """WebP for whoever says that they read it; never AVIF unasked, which takes long to draw."""
    if reads(accept, "image/webp"):
        return "webp"
    return "png" if image.has_alpha else "jpeg"


def watermark_for(owner_id: UUID, wanted: bool | None, *, is_own: bool) -> Watermark | None:
    """The mark to lay over: as the owner wishes for themselves, and for others always where it is enabled.

    Raises ValidationError on `watermark` where one is wanted and there is none.
    """
    if is_own and not wanted:
        return None
    watermark = watermark_of(owner_id)
    if wanted and watermark is None:
        refuse("watermark", "no_watermark", _("The owner of this picture has no watermark."))
    return watermark if watermark and (wanted or watermark.enabled) else None


def draw(request: Request, image: Image, copy: Copy, watermark: Watermark | None) -> Rendition:
    """Draws while the client waits, at the client's expense. Raises Refused: 429 beyond the limits or where too many others
    are being served, 503 where it cannot be done now, 400 or 404 where never."""
    is_own = can_change_image(request.user, image)
    who = request.user.pk if request.user.is_authenticated else address_of(request)
    scope = "rendition_owner" if is_own else "rendition"
    spend(scope, who)
    try:
        if is_own:
            return copies.draw(image, copy, watermark)
        with turns.strangers().take():
            return copies.draw(image, copy, watermark)
    except DarkroomBusy:
        give_back(scope, who)  # what was not drawn costs nothing
        raise busy(is_own=is_own) from None
    except PictureRefused as refusal:
        if refusal.code == "too_many_pixels":
            raise Refused(refusal.detail, code="too_large", attr="width") from refusal
        raise Refused(refusal.detail, status=404, code="not_drawable") from refusal
    except FileNotFoundError as error:
        raise missing(image.file) from error


def busy(*, is_own: bool) -> Refused:
    detail = _("Too many pictures are being drawn.")
    if is_own:
        return Refused(detail, status=503, code="busy", wait=5)
    return TooManyRequests(detail, code="busy", wait=5)


def answer(request: Request, image: Image, kept: Rendition, *, is_own: bool) -> HttpResponseBase:
    """The bytes. To its owner in no shared cache, even of a public picture: others get another copy under that address."""
    audience = Audience.OWNER if is_own else audience_of(image.is_public, image.owner_id, request.user)
    vary = "Authorization, Cookie" if request.query_params.get("format") else "Accept, Authorization, Cookie"
    training = in_force((image.ai_training, image.owner.ai_training))
    told = served(kept, kept.format, audience, vary=vary, ai_training=training)
    return serve(request._request, told)


def refuse(field: str, code: str, detail: str) -> NoReturn:
    raise ValidationError({field: ValidationError(detail, code=code)})
