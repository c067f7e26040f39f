"""One picture."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import AiTraining
from accounts.requests import site_of
from gallery.actions.access import record_view, viewer_of
from gallery.api.addresses import image_urls
from gallery.api.shown import work_showing
from gallery.credit import NO_TRAINING, Rights, rights_of
from gallery.imaging import geometry
from gallery.links import opened_links
from gallery.models import Album, Image
from gallery.permissions import can_download_image
from gallery.serving.reservations import RESERVATIONS, reservation_headers
from portfolio.for_programs.linked_data import of_image
from portfolio.hanging.pictures import cover, picture
from portfolio.labels.decided import way_to_decision
from portfolio.labels.facts import facts_of
from portfolio.labels.notes import note_on_image
from portfolio.views.personal import personal

UNSEEN = ("exif", "redactions", "quality", "colors")


@require_safe
@personal
def image(request: HttpRequest, image_id: UUID) -> HttpResponse:
    """One picture and its label. Counts a view, unless by its owner or again within half an hour."""
    links = opened_links(request)
    visible = Image.objects.reachable_by(request.user, links).select_related("owner__artist").defer(*UNSEEN)
    found = visible.filter(pk=image_id).first()
    if found is None:
        return to_its_work(image_id)
    if request.method == "GET":
        record_view(image=found, viewer=viewer_of(request))
    albums = list(
        Album.objects.reachable_by(request.user, links)
        .filter(album_images__image=found)
        .only("name", "privacy_setting")
        .order_by("name", "pk")
    )
    told = rights_of(found)
    context = label(request, found, albums=albums) | rights_context(found, told)
    context["linked_data"] = of_image(found, rights=told, tags=context["tags"], site=context["site"])
    response = render(request, "portfolio/image.html", context)
    for name, value in reservation_headers(told["ai_training"]).items():
        response.headers[name] = value
    return response


def to_its_work(image_id: UUID) -> HttpResponse:
    """On to the work that shows a picture, for who sees it only there. Raises Http404."""
    try:
        return redirect("artwork", work_showing(image_id))
    except Image.DoesNotExist:
        raise Http404 from None


def label(request: HttpRequest, image: Image, *, albums: list[Album]) -> dict[str, Any]:
    """What stands beside a picture, which `albums` hold."""
    site = site_of(request)
    return {
        "image": image,
        "name": image.title or _("Untitled"),
        "picture": picture(
            image,
            copies=tuple(geometry.SIZES),
            sizes="(min-width: 64rem) calc(min(100vw, 90rem) - 24rem), 100vw",
            room=geometry.rendition_size(image.width, image.height, "xlarge"),
        ),
        "cover": cover(image, base=site),
        "facts": facts_of(image),
        "tags": list(image.tags.order_by("name").values_list("name", flat=True)),
        "albums": albums,
        "note": note_on_image(image, viewer=request.user, albums=albums),
        "decision": way_to_decision("image", image.pk, viewer=request.user) if image.is_hidden else "",
        "download_url": image_urls("", image.pk)["download"] if can_download_image(request.user, image) else "",
        "site": site,
    }


def rights_context(image: Image, told: Rights) -> dict[str, Any]:
    """What the page says of the picture's rights, to people and to programs."""
    return rights_words(told, is_public=image.is_public)


def rights_words(told: Rights, *, is_public: bool) -> dict[str, Any]:
    """What a page says of rights, to people and to programs."""
    headers = reservation_headers(told["ai_training"])
    words = ["" if is_public else "noindex", headers.get("X-Robots-Tag", "")]
    return {
        "rights": told,
        "no_training": NO_TRAINING if told["ai_training"] == AiTraining.DISALLOWED else "",
        "robots": ", ".join(filter(None, words)),
        "tdm_reservation": RESERVATIONS.get(told["ai_training"], ""),
    }
