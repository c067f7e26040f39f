"""The bytes of pictures and files over HTTP: originals, thumbnails, previews."""

import logging
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, QuerySet
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request

from accounts.exceptions import Refused
from gallery import renditions
from gallery.actions.access import record_download, viewer_of
from gallery.actions.publishing import publish_later
from gallery.api.drawn import Found, find
from gallery.credit import in_force
from gallery.imaging import geometry, redaction
from gallery.imaging.errors import DarkroomBusy, PictureRefused
from gallery.imaging.recipes import FORMATS
from gallery.imaging.renditions import Wanted
from gallery.links import opened_links
from gallery.models import File, Image, Watermark
from gallery.permissions import can_download_image
from gallery.querysets.opened import opened_name
from gallery.serving import Audience, Served, serve
from gallery.serving.handover import is_handed_over
from gallery.storage import originals
from gallery.storage import renditions as rendition_shelf

logger = logging.getLogger("atelier.gallery")

REFUSED = re.compile(r"q=0(\.0*)?")
MIME_TYPES = {"webp": "image/webp", "avif": "image/avif", "jpeg": "image/jpeg", "png": "image/png"}


class AnyAccept(BaseContentNegotiation):
    """An `Accept` of pictures alone is no reason for a 406: what is sent is decided here, errors are JSON."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> tuple:
        return renderers[0], renderers[0].media_type


def choice(request: Request, name: str, choices: tuple[str, ...], default: str) -> str:
    """A query parameter that must be one of a few. Raises ValidationError on it."""
    value = request.query_params.get(name) or default
    if value not in choices and value != default:
        message = _("Choose one of: %(choices)s.") % {"choices": ", ".join(choices)}
        raise ValidationError({name: ValidationError(message, code="invalid_choice")})
    return value


def reads(accept: str, mime: str) -> bool:
    """Whether an `Accept` header names this type and does not refuse it by `q=0` (RFC 9110, section 12.5.1)."""
    entries = ([part.strip().lower() for part in entry.split(";")] for entry in accept.split(","))
    return any(kind == mime and not any(map(REFUSED.fullmatch, weights)) for kind, *weights in entries)


def accepted_format(accept: str, drawn: Collection[str | None], *, has_alpha: bool) -> str:
    """The best format that a browser says it reads; AVIF only where it is drawn, since drawing it takes long."""
    if reads(accept, "image/avif") and "avif" in drawn:
        return "avif"
    if reads(accept, "image/webp"):
        return "webp"
    return "png" if has_alpha else "jpeg"


def thumbnail(request: Request, image_id: UUID) -> HttpResponseBase:
    """The rendition that the query asks for. Raises Image.DoesNotExist, ValidationError, Refused."""
    size = choice(request, "size", geometry.NAMES, "medium")
    return standing_copy(request, image_id, size=size, wanted_format=choice(request, "format", FORMATS, ""))


def standing_copy(request: Request, image_id: UUID, *, size: str, wanted_format: str) -> HttpResponseBase:
    """A rendition of what the viewer may see. Raises Image.DoesNotExist, Refused."""
    found = find(image_id, request.user, size, opened_links(request))
    return send_standing(request, image_id, found, size=size, wanted_format=wanted_format)


def send_standing(
    request: Request, image_id: UUID, found: list[Found], *, size: str, wanted_format: str
) -> HttpResponseBase:
    """A rendition of what was found, drawn now where it is missing; without a format the best that `Accept` names. Raises
    Refused."""
    kind = wanted_format or accepted_format(
        request.headers.get("Accept", ""), [each.format for each in found], has_alpha=found[0].has_alpha
    )
    return send_copy(
        request,
        next((each for each in found if each.format == kind), None),
        draw=partial(draw_now, image_id, Wanted(size, kind)),
        told=partial(
            served,
            kind=kind,
            audience=audience_of(found[0].is_public, found[0].owner_id, request.user),
            vary="" if wanted_format else "Accept",
            ai_training=in_force((found[0].ai_training, found[0].owners_ai_training)),
        ),
    )


def send_copy(
    request: Request, drawn: Any, *, draw: Callable[[], Any], told: Callable[[Any], Served]
) -> HttpResponseBase:
    """Sends a copy as `told` of it; draws it where it is None, or not whole on its shelf. Raises as `draw`."""
    drawn = drawn or draw()
    try:
        return serve(request._request, told(drawn))
    except (FileNotFoundError, EOFError):
        rendition_shelf().delete(drawn.stored_name)  # what is there is cut short, and would be taken for whole
        return serve(request._request, told(draw()))


def served(drawn: Any, kind: str, audience: Audience, *, vary: str = "", ai_training: str) -> Served:
    return Served(
        shelf=rendition_shelf(),
        name=drawn.stored_name,
        size=drawn.bytes,
        content_type=MIME_TYPES[kind],
        etag=drawn.stored_name[:32],
        modified=drawn.created_at,
        audience=audience,
        vary=vary,
        ai_training=ai_training,
    )


def audience_of(is_public: bool, owner_id: UUID, viewer: Any) -> Audience:
    if is_public:
        return Audience.EVERYONE
    return Audience.OWNER if viewer.pk == owner_id else Audience.SOME


def draw_now(image_id: UUID, wanted: Wanted, watermark: Watermark | None = None) -> Any:
    """Draws one rendition while the client waits, under a mark where one is given. Raises Refused (503) where that cannot be
    done now, (404) where never."""
    image = Image.objects.select_related("file", "owner__artist").get(pk=image_id)
    with drawing_for_client(image.file):
        drawn = renditions.draw(image, [wanted], watermark)[0]
        publish_later(image_id)
        return drawn


@contextmanager
def drawing_for_client(file: File) -> Iterator[None]:
    """Tells a client why a picture of this file cannot be drawn. Raises Refused as `draw_now`."""
    try:
        yield
    except DarkroomBusy:
        raise Refused(_("Too many pictures are being drawn."), status=503, code="busy", wait=5) from None
    except PictureRefused as refusal:
        raise Refused(refusal.detail, status=404, code="not_drawable") from refusal
    except FileNotFoundError as error:
        raise missing(file) from error


def missing(file: File) -> Exception:
    """What a row promises and the disk does not have: told apart from "absent", and noted. Of a file that was deleted while
    it was looked for, that there is none."""
    if not File.objects.filter(pk=file.pk).exists():
        return File.DoesNotExist()
    logger.error("original is missing", extra={"file": str(file.pk), "stored_name": file.stored_name})
    return Refused(_("This file cannot be reached just now."), status=503, code="unavailable", wait=60)


def download_image(request: Request, image_id: UUID) -> HttpResponseBase:
    """The original of what the viewer may see. Raises as `download_one`."""
    return download_one(request, image_id, among=Image.objects.reachable_by(request.user, opened_links(request)))


def download_one(
    request: Request, image_id: UUID, *, among: QuerySet[Image], name: str | None = None
) -> HttpResponseBase:
    """The original of one of these: to its owner as it is, to others with what is private blanked, under `name` where that is
    given. Counts a download by others.

    Raises Image.DoesNotExist, PermissionDenied while downloads are not allowed.
    """
    images = among.select_related("file", "owner")
    image = images.annotate(shares_place=F("owner__share_location")).get(pk=image_id)
    if not can_download_image(request.user, image):
        raise PermissionDenied
    training = in_force((image.ai_training, image.owner.ai_training))
    if image.owner_id == request.user.pk:
        return download_file(request, image.file, ai_training=training)
    audience = audience_of(image.is_public, image.owner_id, request.user)
    return send_redacted(request, image, audience=audience, ai_training=training, name=name or image.file.name)


def send_redacted(request: Request, image: Any, *, audience: Audience, ai_training: str, name: str) -> HttpResponseBase:
    """The original with what is private blanked, under this name; of the image `file` and `shares_place` are read too. Raises
    as `send_original`."""
    patches = [redaction.Patch(**patch) for patch in image.redactions]
    hidden = [patch for patch in patches if not (image.shares_place and patch.kind == "location")]
    version = "shared" if image.shares_place else "plain"
    overlay = partial(redaction.apply, hidden) if hidden else None
    return send_original(
        request, image.file, audience=audience, name=name, version=version, overlay=overlay, ai_training=ai_training
    )


def download_file(request: Request, file: File, *, ai_training: str = "") -> HttpResponseBase:
    """A file as it is, to its owner; in no shared cache, even of a public picture: others get another version of that. To
    somebody else what is no picture, where it is opened to them, under the name that it was opened as; counts their download."""
    audience, name = audience_of(False, file.owner_id, request.user), file.name
    if file.owner_id != request.user.pk:
        name = opened_name(file.pk, request.user, own=name)
    return send_original(request, file, audience=audience, name=name, ai_training=ai_training)


def send_original(
    request: Request,
    file: File,
    *,
    audience: Audience,
    name: str = "",
    version: str = "",
    overlay: Callable[[bytes, int], bytes] | None = None,
    ai_training: str = "",
) -> HttpResponseBase:
    """Sends an original, or a range of it, under its present name or another. Raises Refused (503) where its bytes
    are missing."""
    original = Served(
        shelf=originals(),
        name=file.stored_name,
        size=file.size,
        content_type=file.mime_type,
        etag=etag_of(file, version),
        modified=file.uploaded_at,
        audience=audience,
        attachment=name or file.name,
        overlay=overlay,
        ranges=True,
        vary="Authorization, Cookie",  # its owner gets other bytes under the same address
        ai_training=ai_training,
    )
    try:
        response = serve(request._request, original)
    except (FileNotFoundError, EOFError) as error:
        raise missing(file) from error
    if request.method == "GET" and is_from_start(request, response):
        record_download(file=file, viewer=viewer_of(request))
    return response


def etag_of(file: File, version: str) -> str:
    """The version of an original's bytes: to its owner by their hash, to others by a keyed one, which tells nothing of them."""
    return salted_hmac("atelier.etag", file.checksum + version).hexdigest()[:32] if version else file.checksum[:32]


def is_from_start(request: Request, response: HttpResponseBase) -> bool:
    """Whether an answer holds the beginning of the file: the rest of a download in pieces is not another download."""
    if is_handed_over(response):
        return request.headers.get("Range", "bytes=0-").startswith("bytes=0-")
    return response.status_code == 200 or response.headers.get("Content-Range", "").startswith("bytes 0-")
