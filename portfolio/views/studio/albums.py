"""The albums of the studio."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.albums import create_album
from portfolio.finding.sheets import sheet_of
from portfolio.studio.album_forms import AlbumForm
from portfolio.studio.albums import found_in, lines_of, tree_of
from portfolio.views.deeds import SeeOther

LONGEST = 500
"""As the API's searches: each word is a condition, of which a database takes only so many."""


@method_decorator(login_required, name="dispatch")
class AlbumsPage(ActionFormView):
    """`/studio/albums?search=…`: all albums as a tree, page by page; by POST another is made."""

    template_name = "studio/albums.html"
    form_class = AlbumForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose albums it may lie in."""
        return super().get_form_kwargs() | {"owner": person(self.request)}

    def get_initial(self) -> dict[str, Any]:
        """In the album from which one comes."""
        return {"parent_id": self.request.GET.get("in", "")}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With a page of the tree. Seven queries at most."""
        owner = person(self.request)
        words = self.request.GET.get("search", "").replace("\0", "")[:LONGEST]
        tree = tree_of(owner)
        sheet = sheet_of(self.request, found_in(tree, owner, words), {"search": words})
        is_making = (context.get("form") is not None and context["form"].is_bound) or "in" in self.request.GET
        told = {"place": "studio-albums", "sheet": sheet, "lines": lines_of(sheet.rows, owner), "words": words}
        return super().get_context_data(**context) | told | {"has_albums": bool(tree), "is_making": is_making}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make it, and go on to it. Raises ValidationError by field."""
        made = create_album(by=person(self.request), **taken)
        messages.success(self.request, _("The album is there. Now put pictures into it."))
        return SeeOther(reverse("studio-album", args=[made.pk]))
