"""A work and a gallery as others will see them, for their artist alone."""

from copy import copy
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from gallery.api.pictures import Row
from gallery.api.works import tell_whole_as_to
from gallery.models import Artwork, Status
from gallery.terms import LADDER
from gallery.watermarks import forced_on
from portfolio.labels.notes import note_on_artwork
from portfolio.views.artist import gallery_page
from portfolio.views.artwork import label
from portfolio.views.studio.gallery import own_gallery
from portfolio.views.studio.work import own_work


@require_safe
@login_required
@never_cache
def preview_work(request: HttpRequest, artwork_id: UUID) -> HttpResponse:
    """`/studio/works/<id>/preview`: the page of a work once it is published, a draft's too. No look is counted."""
    work = own_work(request, artwork_id)
    visit = visit_to(request, reverse("artwork", args=[work.pk]))
    try:
        context = label(visit, told_to_visitors(work))
    except Artwork.DoesNotExist:
        raise Http404 from None
    note = note_on_artwork(tell_state(work))
    back = reverse("studio-work", args=[work.pk])
    return render(visit, "studio/work_preview.html", context | {"state": note, "back": back})


@require_safe
@login_required
@never_cache
def preview_gallery(request: HttpRequest, gallery_id: UUID) -> HttpResponse:
    """`/studio/galleries/<id>/preview`: with the works that visitors see of it, whoever may open it. No look is counted."""
    gallery = own_gallery(request, gallery_id)
    public = reverse("gallery", args=[person(request).username, gallery.slug])
    context = gallery_page(visit_to(request, public), gallery, person(request))
    hidden = gallery.artwork_count - gallery.public_artwork_count
    told = {"back": reverse("studio-gallery", args=[gallery.pk]), "unseen": hidden, "note": "", "decision": ""}
    return render(visit_to(request, public), "studio/gallery_preview.html", context | told)


def visit_to(request: HttpRequest, path: str) -> HttpRequest:
    """The request as a visitor's, for the public page at this path."""
    visit = copy(request)
    visit.user = AnonymousUser()
    visit.path = path
    return visit


def told_to_visitors(work: Artwork) -> Row:
    """What visitors are told of a work, as if it were published and nothing were hidden."""
    told = tell_whole_as_to(work.pk, viewer=AnonymousUser(), base="")
    if not told["images"]:  # a moderator hid them all
        raise Artwork.DoesNotExist
    told |= {"status": Status.PUBLISHED, "is_hidden": False, "published_at": told["published_at"] or timezone.now()}
    if forced_on(work.owner_id):
        for picture in told["images"]:
            mark(picture)
    return told


def mark(picture: Row) -> None:
    """Has its copies fetched under the artist's watermark, which to the artist is laid over nothing unless they ask for it."""
    for size, copied in picture["thumbnails"].items():
        if size in LADDER and "/thumbnail?" in copied["url"]:
            copied["url"] = copied["url"].replace("/thumbnail?", "/image?watermark=true&", 1)
    picture["urls"]["download"] += "&watermark=true"


def tell_state(work: Artwork) -> dict[str, Any]:
    """What decides who sees a work, by the names of `tell_artwork`."""
    names = ("is_hidden", "status", "published_at", "availability_status")
    return {name: getattr(work, name) for name in names} | {"images": [{"is_hidden": False}]}
