"""What is said of an album, pictures that come in, and its end."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.album_images import add_images
from gallery.actions.albums import change_album, delete_album
from gallery.models import Album, Image
from portfolio.finding.sheets import sheet_of
from portfolio.studio.album_forms import AlbumForm, DeleteAlbumForm
from portfolio.studio.album_pictures import hung, missing_from
from portfolio.studio.albums import own_album
from portfolio.views.deeds import SeeOther, deed
from portfolio.views.personal import personal
from portfolio.views.studio.album import chosen_in, way_to


@method_decorator(login_required, name="dispatch")
class OwnAlbumPage(ActionFormView):
    """A form about an album of one's own, which is read with the request."""

    album: Album

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raises Http404 for another's."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.album = own_album(request, kwargs["album_id"])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the album."""
        return super().get_context_data(**context) | {"place": "studio-albums", "album": self.album}


class AlbumSettingsPage(OwnAlbumPage):
    """`/studio/albums/<id>/settings`."""

    template_name = "studio/album_settings.html"
    form_class = AlbumForm

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        names = ("name", "description", "privacy_setting", "parent_id")
        return {name: getattr(self.album, name) for name in names}

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose albums it may lie in."""
        return super().get_form_kwargs() | {"owner": person(self.request), "album": self.album}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it. Raises ValidationError by field, Conflict."""
        changed = change_album(album=own_album(self.request, self.album.pk), by=person(self.request), **taken)
        messages.success(self.request, _("Saved."))
        return SeeOther(way_to(changed))


class DeleteAlbumPage(OwnAlbumPage):
    """`/studio/albums/<id>/delete`: says what goes and what stays; by POST it goes."""

    template_name = "studio/album_delete.html"
    form_class = DeleteAlbumForm

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what is in it. Four queries."""
        inside = Image.objects.filter(album_images__album=self.album)
        own = inside.filter(owner=self.album.owner_id)
        shown = own.filter(artwork_views__isnull=False).distinct()
        told = {
            "own": own.count() - shown.count(),
            "shown": shown.count(),
            "lent": inside.exclude(owner=self.album.owner_id).count(),
            "children": Album.objects.filter(parent=self.album).count(),
            "shares": self.album.shares.count(),
        }
        return super().get_context_data(**context) | {"inside": told}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Delete it, and go on to where it was."""
        with_images = taken["images"] == "delete"
        gone = delete_album(album=self.album, by=person(self.request), with_images=with_images)
        messages.success(self.request, words_of_end(self.album.name, gone))
        above = self.album.parent_id
        return SeeOther(reverse("studio-album", args=[above]) if above else reverse("studio-albums"))


def words_of_end(name: str, gone: int) -> str:
    said = _("The album “%(name)s” is gone.") % {"name": name}
    if not gone:
        return said
    pictures = ngettext("%(number)d picture went with it.", "%(number)d pictures went with it.", gone)
    return f"{said} {pictures % {'number': gone}}"


@require_safe
@login_required
@personal
def album_picking(request: HttpRequest, album_id: UUID) -> HttpResponse:
    """`/studio/albums/<id>/add?search=…`: one's pictures that are not in the album, newest first. Five queries."""
    found, words = own_album(request, album_id), request.GET.get("search", "")
    sheet = sheet_of(request, missing_from(found, person(request), words), {"search": words})
    pictures = hung(sheet.rows, viewer=person(request))
    context = {"place": "studio-albums", "album": found, "sheet": sheet, "pictures": pictures, "words": words}
    return render(request, "studio/album_add.html", context)


@deed("", on="studio-album-add")
def add_to_album(request: HttpRequest, back: str, album_id: UUID) -> str:
    """Puts the pictures that are chosen behind those in the album. Raises Http404, ValidationError."""
    found, chosen = own_album(request, album_id), chosen_in(request)
    new = add_images(album=found, by=person(request), image_ids=chosen)
    said = ngettext("%(number)d picture is in the album now.", "%(number)d pictures are in the album now.", len(new))
    messages.success(request, said % {"number": len(new)})
    return way_to(found)
