"""The pictures of submitted works as a jury sees them: copies that do not tell whose they are (`gallery.nameless`)."""

from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from accounts.models import AiTraining
from gallery import nameless
from gallery.api.bytes import accepted_format, choice, drawing_for_client, send_copy, served
from gallery.copies import note_use
from gallery.imaging.recipes import FORMATS
from gallery.imaging.renditions import Wanted
from gallery.models import ArtworkImage, Image, Rendition
from gallery.serving import Audience
from portfolio.models import SubmittedWork


class Picture(NamedTuple):
    """Which picture of a work is sent."""

    image_id: UUID
    has_alpha: bool


def picture_at(work: SubmittedWork, position: int) -> Picture:
    """The picture at this place in a work, from 0, unless a moderator hid it. One query; raises Image.DoesNotExist."""
    views = ArtworkImage.objects.filter(artwork=work.artwork_id, position=position, image__is_hidden=False)
    found = views.values_list("image_id", "image__has_alpha").first()
    if found is None:
        raise Image.DoesNotExist
    return Picture(*found)


def send_nameless(request: Request, picture: Picture) -> HttpResponseBase:
    """The copy that the query asks for, drawn now where it is missing. Its headers are the same whosever it is. Raises
    ValidationError, Refused."""
    size, asked = choice(request, "size", nameless.SIZES, "large"), choice(request, "format", FORMATS, "")
    rows = Rendition.objects.filter(image=picture.image_id, size=nameless.called(size))
    drawn = {each.format: each for each in rows}
    kind = asked or accepted_format(request.headers.get("Accept", ""), drawn, has_alpha=picture.has_alpha)
    if kind in drawn:
        note_use(drawn[kind])
    return send_copy(
        request,
        drawn.get(kind),
        draw=partial(draw_now, picture.image_id, Wanted(size, kind)),
        told=partial(
            served,
            kind=kind,
            audience=Audience.SOME,
            vary="" if asked else "Accept",
            ai_training=AiTraining.DISALLOWED,
        ),
    )


def draw_now(image_id: UUID, wanted: Wanted) -> Rendition:
    """Draws one copy while a juror waits. Raises Refused."""
    image = Image.objects.select_related("file").get(pk=image_id)
    with drawing_for_client(image.file):
        return nameless.draw(image, [wanted])[0]
