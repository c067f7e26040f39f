"""The picture that stands for an exhibition.

It stays a picture of its organiser's library, private as a rule: others see of it the standing copies alone, through the
exhibition.
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac
from rest_framework.request import Request

from gallery.api.bytes import accepted_format, choice, draw_now, send_copy, served
from gallery.api.drawn import COLUMNS, Found
from gallery.api.pictures import Row, rendition_sizes
from gallery.credit import in_force
from gallery.imaging import geometry
from gallery.imaging.recipes import FORMATS
from gallery.imaging.renditions import Wanted
from gallery.models import Image
from gallery.serving import Audience
from portfolio.models import Exhibition


def copies_of_cover(exhibition: Exhibition, *, base: str = "") -> Row | None:
    """`{small: {url, width, height}, …}` of the cover; None where there is none, or a moderator hid it. No query where `cover` is
    read already, with `width`, `height` and `is_hidden`.

    Another picture has another address, so that no cache keeps the old one; what is told of the picture's id is a keyed hash.
    """
    image = exhibition.cover
    if image is None or image.is_hidden:
        return None
    version = salted_hmac("atelier.cover", str(image.pk)).hexdigest()[:12]
    address = f"{base}/api/exhibitions/{exhibition.pk}/cover?v={version}"
    return {
        size: {"url": f"{address}&size={size}", "width": width, "height": height}
        for size, (width, height) in rendition_sizes(image.width, image.height).items()
    }


def cover(request: Request, exhibition_id: UUID) -> HttpResponseBase:
    """The rendition that the query asks for, drawn now where it is missing. Raises Exhibition.DoesNotExist where the viewer may
    not see that, Image.DoesNotExist where it has no cover, ValidationError, Refused."""
    size, asked = choice(request, "size", geometry.NAMES, "large"), choice(request, "format", FORMATS, "")
    image_id, audience = shown_to(request.user, exhibition_id)
    drawn = {each.format: each for each in find(image_id, size)}
    first = next(iter(drawn.values()))
    kind = asked or accepted_format(request.headers.get("Accept", ""), drawn, has_alpha=first.has_alpha)
    return send_copy(
        request,
        drawn.get(kind),
        draw=partial(draw_now, image_id, Wanted(size, kind)),
        told=partial(
            served,
            kind=kind,
            audience=audience,
            vary="" if asked else "Accept",
            ai_training=in_force((first.ai_training, first.owners_ai_training)),
        ),
    )


def shown_to(viewer: Any, exhibition_id: UUID) -> tuple[UUID, Audience]:
    """The cover's id, and for whom it is. One query; raises Exhibition.DoesNotExist, Image.DoesNotExist."""
    is_public = Q(pk__in=Exhibition.objects.public().values("pk"))
    seen = Exhibition.objects.visible_to(viewer).annotate(is_open=is_public)
    image_id, is_open = seen.values_list("cover", "is_open").get(pk=exhibition_id)
    if image_id is None:
        raise Image.DoesNotExist
    return image_id, Audience.EVERYONE_BRIEFLY if is_open else Audience.OWNER


def find(image_id: UUID, size: str) -> list[Found]:
    """The drawn formats of a picture in this size, unless a moderator hid it. One query; raises Image.DoesNotExist."""
    drawn = FilteredRelation("renditions", condition=Q(renditions__size=size))
    rows: list[Any] = list(
        Image.objects.filter(pk=image_id, is_hidden=False).annotate(drawn=drawn).values_list(*COLUMNS)
    )
    if not rows:
        raise Image.DoesNotExist
    return [Found(*row) for row in rows]
