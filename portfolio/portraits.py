"""The picture that an artist shows of themselves.

It stays a picture of their library, private as a rule: others see of it the standing copies alone, through its artist.
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
from gallery.credit import in_force
from gallery.imaging.recipes import FORMATS
from gallery.imaging.renditions import Wanted
from gallery.models import Image
from gallery.serving import Audience
from portfolio.models import Portfolio

SIZES = ("small", "medium", "large", "square")


def portrait_url(artist_id: UUID, image_id: UUID | None, *, is_hidden: bool | None = False, base: str) -> str | None:
    """Where a portrait is, None where there is none, or a moderator hid it. Another picture has another address, so that no cache
    keeps the old one; what is told of the picture's id is a keyed hash."""
    if image_id is None or is_hidden:
        return None
    version = salted_hmac("atelier.portrait", str(image_id)).hexdigest()[:12]
    return f"{base}/api/artists/{artist_id}/portrait?v={version}"


def portrait(request: Request, artist_id: UUID) -> HttpResponseBase:
    """The rendition that the query asks for, drawn now where it is missing. Raises Image.DoesNotExist where the artist has no
    portrait that others see, ValidationError, Refused."""
    size, asked = choice(request, "size", SIZES, "medium"), choice(request, "format", FORMATS, "")
    image_id, found = find(artist_id, size)
    accept, drawn = request.headers.get("Accept", ""), {each.format: each for each in found}
    kind = asked or accepted_format(accept, drawn, has_alpha=found[0].has_alpha)
    return send_copy(
        request,
        drawn.get(kind),
        draw=partial(draw_now, image_id, Wanted(size, kind)),
        told=partial(
            served,
            kind=kind,
            audience=Audience.EVERYONE_BRIEFLY,
            vary="" if asked else "Accept",
            ai_training=in_force((found[0].ai_training, found[0].owners_ai_training)),
        ),
    )


def find(artist_id: UUID, size: str) -> tuple[UUID, list[Found]]:
    """The picture that is an artist's portrait, and its drawn formats in this size, unless a moderator hid it. One query; raises
    Image.DoesNotExist."""
    shown = Portfolio.objects.filter(artist=artist_id).values("portrait")
    drawn = FilteredRelation("renditions", condition=Q(renditions__size=size))
    rows: list[Any] = list(
        Image.objects.filter(pk__in=shown, is_hidden=False).annotate(drawn=drawn).values_list("pk", *COLUMNS)
    )
    if not rows:
        raise Image.DoesNotExist
    return rows[0][0], [Found(*row[1:]) for row in rows]
