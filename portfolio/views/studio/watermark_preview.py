"""A picture of one's own under a watermark that is not saved."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.rates import spend
from accounts.requests import person
from gallery.api.bytes import MIME_TYPES, drawing_for_client
from gallery.models import Image, Watermark
from gallery.previewing import FORMAT, preview_of
from portfolio.studio.look import sent_over
from portfolio.studio.watermark import WatermarkForm, as_it_stands, watermark_in
from portfolio.views.studio.watermark import watermark_of


@require_safe
@login_required
@never_cache
def watermark_preview(request: HttpRequest) -> HttpResponse:
    """`/studio/watermark/preview?picture=…&text=…`: what is sent over what stands, on a picture of one's own; what cannot be
    is as it stands. Raises Http404, TooManyRequests, Refused (503) where it cannot be drawn now."""
    image = own_picture(request)
    stands = watermark_of(request)
    form = WatermarkForm(sent_over(as_it_stands(stands), request.GET), owner=person(request))
    form.is_valid()
    mark = sent_mark(stands, watermark_in(form.cleaned_data, ("text", "image", "position", "opacity", "scale")))
    spend("rendition_owner", str(image.owner_id))
    with drawing_for_client(image.file):
        drawn = preview_of(image, mark if mark.text or mark.image else None)
    return HttpResponse(drawn, content_type=MIME_TYPES[FORMAT])


def sent_mark(stands: Watermark, sent: dict[str, Any]) -> Watermark:
    """What stands, with what was sent in its place; it is not saved."""
    for name, value in sent.items():
        setattr(stands, name, value)
    return stands


def own_picture(request: HttpRequest) -> Image:
    """The picture that is asked for. Raises Http404 for what is none of one's own."""
    try:
        picture = UUID(request.GET.get("picture", ""))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Image.objects.select_related("file", "owner__artist"), pk=picture, owner=person(request))
