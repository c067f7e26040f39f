"""Pictures as moderators look at them: what somebody reported, while it is there, whoever else may see it by now."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from accounts.models import AiTraining
from gallery.api.bytes import draw_now, send_copy, served
from gallery.imaging.renditions import Wanted
from gallery.models import Image, Rendition
from gallery.serving import Audience
from social.models import Case

FORMAT = "webp"


def reported_copy(request: HttpRequest, *, case: Case, image_id: UUID) -> HttpResponseBase:
    """A copy of a picture that a reporter of this case saw, a small one for `?size=square`; drawn now where it is missing. Raises
    Image.DoesNotExist for any other, Refused where it cannot be drawn."""
    wanted = Wanted("square" if request.GET.get("size") == "square" else "large", FORMAT)
    if not was_seen(case, image_id):
        raise Image.DoesNotExist
    drawn = Rendition.objects.filter(image=image_id, size=wanted.size, format=wanted.format).first()
    told = partial(served, kind=wanted.format, audience=Audience.SOME, ai_training=AiTraining.DISALLOWED.value)
    return send_copy(Request(request), drawn, draw=partial(draw_now, image_id, wanted), told=told)


def was_seen(case: Case, image_id: UUID) -> bool:
    """Whether any report of the case has it among what its reporter saw."""
    seen = case.reports.values_list("seen", flat=True)
    return any(picture["id"] == str(image_id) for each in seen for picture in each.get("pictures", []))
