"""Asking Atelier for four renditions at once, as its worker would draw them: to be measured beside Wagtail's."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from benchmarks.drawing import EDGES
from gallery import renditions
from gallery.imaging.errors import DarkroomBusy
from gallery.imaging.renditions import Wanted
from gallery.tasks import image_to_draw, missing


def draw(request: HttpRequest, image_id: UUID, kind: str) -> HttpResponse:
    image = image_to_draw(str(image_id))
    wanted = missing(image, [Wanted(size, kind) for size in EDGES])
    while True:
        try:
            return HttpResponse(len(renditions.draw(image, wanted)))
        except DarkroomBusy:
            continue  # as the worker would come again; waiting has cost no CPU
