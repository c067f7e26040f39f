"""One album in the studio: its pictures in their order, and what is done with them."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.requests import person
from gallery.actions.album_images import order_images, remove_image
from gallery.actions.albums import change_album
from gallery.actions.batch import Batch, run_batch
from gallery.links import opened_links
from gallery.models import Album, AlbumImage
from portfolio.hanging.albums import Reach, children_of, path_to
from portfolio.studio.album_forms import albums_to_choose
from portfolio.studio.album_pictures import order_of, put_in_order, window_of
from portfolio.studio.albums import own_album
from portfolio.views.deeds import deed
from portfolio.views.personal import personal


@require_safe
@login_required
@personal
def album(request: HttpRequest, album_id: UUID) -> HttpResponse:
    """`/studio/albums/<id>`: the pictures in their order, page by page, and the albums in it. Twelve queries at most, whatever
    it holds."""
    found, reach = own_album(request, album_id), Reach(request.user, opened_links(request))
    context = {
        "place": "studio-albums",
        "album": found,
        "path": path_to(found, reach),
        "children": children_of(found, reach),
        "window": window_of(request, found, person(request)),
        "albums": albums_to_choose(person(request), besides=found.pk, empty=_("Choose an album")),
    }
    return render(request, "studio/album.html", context)


@deed("", on="studio-album")
def order_album(request: HttpRequest, back: str, album_id: UUID) -> str:
    """Puts the pictures at the places written beside them (`place-<id>`, from 1). Raises Http404, ValidationError."""
    found = own_album(request, album_id)
    ids = put_in_order(order_of(found, person(request)), places_in(request))
    order_images(album=found, by=person(request), image_ids=ids)
    messages.success(request, _("The order is saved."))
    return back


def places_in(request: HttpRequest) -> dict[UUID, int]:
    """What is written beside pictures. Raises BadRequest for what is no number."""
    try:
        named = [(name, value) for name, value in request.POST.items() if name.startswith("place-") and value]
        return {UUID(name.removeprefix("place-")): int(str(value)) for name, value in named}
    except ValueError as error:
        raise BadRequest from error


@deed("", on="studio-album")
def change_pictures(request: HttpRequest, back: str, album_id: UUID) -> str:
    """What a button of the album does with the pictures that are chosen. Raises Http404, ValidationError, PermissionDenied."""
    found, chosen = own_album(request, album_id), chosen_in(request)
    act = DEEDS.get(request.POST.get("deed", ""))
    if act is None:
        raise BadRequest
    messages.success(request, act(request, found, chosen))
    return back


def chosen_in(request: HttpRequest) -> list[UUID]:
    """The pictures that are ticked. Raises BadRequest for what is no id, ValidationError where none is."""
    try:
        chosen = [UUID(value) for value in dict.fromkeys(request.POST.getlist("image_ids"))]
    except ValueError as error:
        raise BadRequest from error
    if not chosen:
        raise ValidationError(_("Choose a picture first."))
    return chosen


@transaction.atomic
def take_out(request: HttpRequest, album: Album, chosen: list[UUID]) -> str:
    rows = list(
        AlbumImage.objects.filter(album=album, image__in=chosen).order_by("image").select_related("image__file")
    )
    for row in rows:
        remove_image(album=album, image=row.image, by=person(request))
    said = ngettext("%(number)d picture is out of the album.", "%(number)d pictures are out of the album.", len(rows))
    return said % {"number": len(rows)}


def use_as_cover(request: HttpRequest, album: Album, chosen: list[UUID]) -> str:
    if len(chosen) > 1:
        raise ValidationError(_("Choose one picture alone to be the cover."))
    change_album(album=album, by=person(request), cover_image_id=chosen[0])
    return _("This picture is the cover now.")


def move_on(request: HttpRequest, album: Album, chosen: list[UUID]) -> str:
    album_id = request.POST.get("album_id", "")
    into = Album.objects.filter(owner=person(request), pk=album_id).first() if album_id else None
    if into is None:
        raise ValidationError(_("Choose the album to which they go."))
    if AlbumImage.objects.filter(album=album, image__in=chosen).exclude(image__owner=person(request)).exists():
        raise ValidationError(_("What others put into the album can be taken out of it, not moved."))
    run_batch(operation="move", batch=Batch(chosen, person(request), album=into, from_album=album))
    said = ngettext(
        "%(number)d picture is in “%(name)s” now.", "%(number)d pictures are in “%(name)s” now.", len(chosen)
    )
    return said % {"number": len(chosen), "name": into.name}


DEEDS = {"remove": take_out, "cover": use_as_cover, "move": move_on}


def way_to(album: Album) -> str:
    """Its room."""
    return reverse("studio-album", args=[album.pk])
