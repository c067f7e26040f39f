"""The pictures of works over HTTP, `artworks/<id>/image` and `artworks/<id>/thumbnail`: to their artist whatever there is, to
others on the artist's terms (`gallery.terms`)."""

from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.views import APIView

from gallery.api.byte_parameters import BYTES, FORMAT
from gallery.api.bytes import AnyAccept, accepted_format, choice, draw_now, send_copy, served
from gallery.api.rendition import watermark_for
from gallery.api.work_drawn import View, find_views
from gallery.api.work_originals import BY_PERSON, audience_in_work, send_whole
from gallery.credit import in_force
from gallery.imaging import geometry
from gallery.imaging.recipes import FORMATS
from gallery.imaging.renditions import Wanted
from gallery.terms import LADDER, within
from gallery.watermarks import marked, watermark_of

OTHERWISE = "By default {}, or the largest that the artist allows others where that is smaller."
WHICH = OpenApiParameter("image", OpenApiTypes.UUID, description="One of the work's pictures; by default its main one.")
WISH = OpenApiParameter(
    "watermark", bool, description="The artist's; others cannot do without one that the artist enabled."
)
FLAGS = {"true": True, "1": True, "false": False, "0": False}


class WorkImageView(APIView):
    """A picture of a work, up to the original."""

    content_negotiation_class = AnyAccept
    error_statuses = (412, 416, 429)

    @extend_schema(
        parameters=[
            OpenApiParameter("size", enum=LADDER, description=OTHERWISE.format("large")), WISH, FORMAT, WHICH
        ],
        responses={(200, "*/*"): BYTES, (206, "*/*"): BYTES},
    )  # fmt: skip
    def get(self, request: Request, artwork_id: UUID) -> HttpResponseBase:
        """A picture of a work in a size. Others than its artist get none above the artist's limit, and the original, without
        location and serial numbers, where that is allowed and no watermark is enabled."""
        size, wish = choice(request, "size", LADDER, ""), flag(request, "watermark")
        which = picture_named(request)
        if size == "original":
            return original(request, artwork_id, which, wish=wish)
        return standing_view(request, artwork_id, which, size=size, usual="large", wish=wish)


class WorkThumbnailView(APIView):
    """A picture of a work, for showing it small."""

    content_negotiation_class = AnyAccept
    error_statuses = (412,)

    @extend_schema(
        parameters=[
            OpenApiParameter("size", enum=geometry.NAMES, description=OTHERWISE.format("medium")), FORMAT, WHICH
        ],
        responses={(200, "image/*"): BYTES},
    )  # fmt: skip
    def get(self, request: Request, artwork_id: UUID) -> HttpResponseBase:
        """A copy for showing, made now where it is missing; for others than its artist within the artist's limit, and under the
        watermark that the artist enabled."""
        size = choice(request, "size", geometry.NAMES, "")
        return standing_view(request, artwork_id, picture_named(request), size=size, usual="medium")


def flag(request: Request, name: str) -> bool | None:
    """A yes or no in the query, None where it is not there. Raises ValidationError on it."""
    value = request.query_params.get(name, "").lower()
    if value and value not in FLAGS:
        raise ValidationError({name: ValidationError(_("Must be true or false."), code="invalid")})
    return FLAGS.get(value)


def picture_named(request: Request) -> UUID | None:
    """The picture that the query names, None where it names none. Raises ValidationError for what is no id."""
    value = request.query_params.get("image")
    try:
        return UUID(value) if value else None
    except ValueError:
        raise ValidationError({"image": ValidationError(_("This is not an id."), code="invalid")}) from None


def standing_view(
    request: Request, artwork_id: UUID, image_id: UUID | None, *, size: str, usual: str, wish: bool | None = None
) -> HttpResponseBase:
    """A standing copy of a work's picture, or its main one; without a size the usual one, or what is allowed.

    Raises Artwork.DoesNotExist, ValidationError, PermissionDenied, Refused.
    """
    kind = choice(request, "format", FORMATS, "")
    found = find_views(artwork_id, request.user, size or usual, image_id)
    view, shown = found[0], size_for(found[0], request.user, size=size, usual=usual)
    if shown != (size or usual):
        found = find_views(artwork_id, request.user, shown, image_id)
    is_own = view.owner_id == request.user.pk
    name = name_in_row(view, shown, wish, is_own=is_own)
    kept = [each for each in found if each.size == name]
    sent = kind or accepted_format(
        request.headers.get("Accept", ""), [each.format for each in kept], has_alpha=view.has_alpha
    )
    is_personal = is_own or view.forced_mark or shown != (size or usual)
    return send_copy(
        request,
        next((each for each in kept if each.format == sent), None),
        draw=partial(draw, view, Wanted(shown, sent), is_marked=name != shown),
        told=partial(
            served,
            kind=sent,
            audience=audience_in_work(is_own=is_own),
            vary=", ".join([*([] if kind else ["Accept"]), *([BY_PERSON] if is_personal else [])]),
            ai_training=in_force((view.ai_training, view.owners_ai_training)),
        ),
    )


def size_for(view: View, viewer: Any, *, size: str, usual: str) -> str:
    """The size that a viewer gets. Raises PermissionDenied where others ask for one above what the artist allows them."""
    if view.owner_id == viewer.pk:
        return size or usual
    if within(size, view.limit) != size:
        raise PermissionDenied(_("The artist shows others no size above %(limit)s.") % {"limit": view.limit})
    return size or within(usual, view.limit)


def name_in_row(view: View, size: str, wish: bool | None, *, is_own: bool) -> str:
    """What the row of a copy calls its size: with the mark that is to lie over it. Raises ValidationError on `watermark`."""
    if wish:
        return marked(size, watermark_for(view.owner_id, wish, is_own=is_own))
    return size if is_own else f"{size}{view.forced_mark}"


def draw(view: View, wanted: Wanted, *, is_marked: bool) -> Any:
    """Draws while the client waits. Raises as `draw_now`."""
    return draw_now(view.image_id, wanted, watermark_of(view.owner_id) if is_marked else None)


def original(
    request: Request, artwork_id: UUID, image_id: UUID | None, *, wish: bool | None = None
) -> HttpResponseBase:
    """The original of a work's picture, or a copy as large. Raises as `standing_view`."""
    kind = choice(request, "format", FORMATS, "")
    view = find_views(artwork_id, request.user, "original", image_id)[0]
    size_for(view, request.user, size="original", usual="")
    return send_whole(request, artwork_id, view, kind=kind, wish=wish)
