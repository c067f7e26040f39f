"""Wagtail's admin, where pictures are uploaded, and a view that asks for four renditions as a page's template would."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.images.models import Image

from benchmarks.drawing import EDGES, QUALITY


def draw(request: HttpRequest, image_id: int, kind: str) -> HttpResponse:
    image = Image.objects.get(pk=image_id)
    specs = [f"max-{edge}x{edge}|format-{kind}|{kind}quality-{QUALITY[kind]}" for edge in EDGES.values()]
    return HttpResponse(len(image.get_renditions(*specs)))


urlpatterns = [
    path("reference/draw/<int:image_id>/<str:kind>", draw),
    path("admin/", include(wagtailadmin_urls)),
]
