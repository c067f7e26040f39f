"""Opening albums to others, and what was done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import person, site_of
from gallery.actions.shares import revoke_share
from gallery.api.shares import make_share
from gallery.models import AlbumShare
from portfolio.finding.sheets import sheet_of
from portfolio.studio.sharing import STATES, ShareForm, share_lines, shares_of, use_lines, uses_of
from portfolio.views.deeds import SeeOther, deed
from portfolio.views.personal import personal
from portfolio.views.studio.album_changing import OwnAlbumPage

FIELDS = {"expires_at": "last_day"}


class AlbumSharesPage(OwnAlbumPage):
    """`/studio/albums/<id>/shares`: the people and links that an album is open to; by POST one more."""

    template_name = "studio/album_shares.html"
    form_class = ShareForm

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With a page of them. Two queries."""
        sheet = sheet_of(self.request, shares_of(person(self.request)).filter(album=self.album), {})
        lines = share_lines(sheet.rows, site=site_of(self.request), now=timezone.now())
        return super().get_context_data(**context) | {"sheet": sheet, "lines": lines}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Open it. Raises ValidationError by field."""
        try:
            share, is_new = make_share(self.album, by=person(self.request), **taken)
        except ValidationError as error:
            raise ValidationError({FIELDS.get(name, name): each for name, each in error.error_dict.items()}) from error
        messages.success(self.request, words_of(share, is_new=is_new))
        return SeeOther(f"{reverse('studio-album-shares', args=[self.album.pk])}#share-{share.pk}")


def words_of(share: AlbumShare, *, is_new: bool) -> str:
    if share.user is None:
        return _("The link is there. Copy it and pass it on.")
    said = _("The album is open to @%(name)s.") if is_new else _("@%(name)s has the album under these terms now.")
    return said % {"name": share.user.username}


@require_safe
@login_required
@personal
def shares(request: HttpRequest) -> HttpResponse:
    """`/studio/shares?state=…`: every share of one's albums. Two queries."""
    state = request.GET.get("state", "")
    sheet = sheet_of(request, shares_of(person(request), state=state), {"state": state})
    context = {
        "place": "studio-albums",
        "sheet": sheet,
        "lines": share_lines(sheet.rows, site=site_of(request), now=timezone.now()),
        "states": STATES,
        "state": state,
    }
    return render(request, "studio/shares.html", context)


@require_safe
@login_required
@personal
def share_log(request: HttpRequest, share_id: UUID) -> HttpResponse:
    """`/studio/shares/<id>`: what was opened, looked at and taken through a share, newest first. Three queries."""
    share = get_object_or_404(shares_of(person(request)), pk=share_id)
    sheet = sheet_of(request, uses_of(share), {})
    (line,) = share_lines([share], site=site_of(request), now=timezone.now())
    uses = use_lines(sheet.rows, owner=person(request))
    context = {"place": "studio-albums", "share": line, "sheet": sheet, "uses": uses}
    return render(request, "studio/share_log.html", context)


@deed("", on="studio-share")
def end_share(request: HttpRequest, back: str, share_id: UUID) -> str:
    """Revokes a share, and goes back to those of its album. Raises Http404."""
    share = get_object_or_404(shares_of(person(request)), pk=share_id)
    revoke_share(share=share, by=person(request))
    messages.success(request, _("What it opened is closed now."))
    # The log of what is gone is gone.
    own = reverse("studio-share", args=[share_id])
    return reverse("studio-album-shares", args=[share.album_id]) if back == own else back
