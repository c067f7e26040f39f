"""The pictures that a work shows: added, put in order, taken out."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.requests import person
from gallery.actions.artworks import change_artwork
from gallery.models import ArtworkImage
from portfolio.studio.work_pictures import ids_in, sheet_of_pictures
from portfolio.views.deeds import settled
from portfolio.views.studio.work import own_work

LAST = 999


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pictures_of_work(request: HttpRequest, artwork_id: UUID) -> HttpResponse:
    """`/studio/works/<id>/pictures`: pictures of one's own to add. By POST: `add` comes last, `drop` goes, and the others come in
    the order of their `place-<id>`."""
    work = own_work(request, artwork_id)
    shown = views_of(work.pk)
    if request.method != "POST":
        sheet, pictures = sheet_of_pictures(request, but=shown)
        told: dict[str, Any] = {"place": "studio-works", "work": work, "sheet": sheet, "pictures": pictures}
        return render(request, "studio/work_pictures.html", told)
    back = reverse("studio-work", args=[work.pk])

    def change() -> str:
        change_artwork(artwork=work, by=person(request), image_ids=[UUID(each) for each in asked(request, shown)])
        return f"{back}#pictures"

    return settled(change, request, back)


def views_of(artwork_id: UUID) -> list[str]:
    """The pictures that a work shows, hidden ones too, in their order. One query."""
    rows = ArtworkImage.objects.filter(artwork=artwork_id).order_by("position").values_list("image", flat=True)
    return [str(pk) for pk in rows]


def asked(request: HttpRequest, shown: list[str]) -> list[str]:
    """The pictures that the form asks for, of those that are shown."""
    dropped = set(request.POST.getlist("drop"))
    kept = sorted((each for each in shown if each not in dropped), key=lambda each: place_of(request, each))
    return list(dict.fromkeys([*kept, *ids_in(request.POST.getlist("add"))]))


def place_of(request: HttpRequest, name: str) -> int:
    """The place that is written for it; what has none comes last, in the order that stands."""
    written = request.POST.get(f"place-{name}", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else LAST
