"""What other sites embed."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from accounts.requests import site_of
from portfolio.for_programs.oembed import CACHE_AGE, Bounds, embedding
from portfolio.for_programs.xml_texts import written

# More than any screen has, and few enough digits to be read.
MOST_DIGITS = 6


@require_safe
@cache_control(public=True, max_age=CACHE_AGE)
@conditional_page
def oembed(request: HttpRequest) -> HttpResponse:
    """`/oembed?url=…&format=json|xml&maxwidth=…&maxheight=…`: the same for whoever asks, on whatever site. Raises BadRequest,
    Http404."""
    answer = WRITERS.get(request.GET.get("format") or "json")
    if answer is None:
        return HttpResponse(_("Formats are json and xml."), status=501, content_type="text/plain; charset=utf-8")
    bounds = Bounds(side(request, "maxwidth"), side(request, "maxheight"))
    response = answer(embedding(request.GET.get("url", ""), site=site_of(request), bounds=bounds))
    # Nothing in it is anyone's alone, and no cookie has a say.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def side(request: HttpRequest, name: str) -> int | None:
    """A bound in pixels, None where none is given. Raises BadRequest for what is no positive whole number."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text)):
        raise BadRequest(f"{name}: {text!r}")
    return int(text)


def as_xml(told: dict[str, Any]) -> HttpResponse:
    """An element for each fact."""
    root = ET.Element("oembed")
    for name, value in told.items():
        ET.SubElement(root, name).text = written(str(value))
    text = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(text, content_type="text/xml; charset=utf-8")


WRITERS: dict[str, Callable[[dict[str, Any]], HttpResponse]] = {"json": JsonResponse, "xml": as_xml}
