"""Whom one keeps away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.requests import person
from portfolio.finding.sheets import sheet_of
from portfolio.hanging.faces import faces_of
from social.actions.blocks import set_block
from social.models import Block

COLUMNS = ("blocked_id", "blocked_at", "blocked__username", "blocked__artist__artist_name")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def blocks(request: HttpRequest) -> HttpResponse:
    """`/blocks`: whom one keeps away, the last first; a POST lets the person of `artist_id` near again. Two queries."""
    if request.method == "POST":
        return let_near(request)
    standing = Block.objects.visible_to(request.user).order_by("-blocked_at", "-pk").values(*COLUMNS)
    sheet = sheet_of(request, standing, {})
    faces = faces_of(row["blocked_id"] for row in sheet.rows)
    people = [tell(row) | {"face": faces.get(row["blocked_id"])} for row in sheet.rows]
    return render(request, "portfolio/personal/blocks.html", {"people": people, "sheet": sheet, "place": "blocks"})


def tell(row: dict[str, Any]) -> dict[str, Any]:
    """A block by the names that a template uses."""
    names = {"username": row["blocked__username"], "name": row["blocked__artist__artist_name"]}
    return {"id": row["blocked_id"], "since": row["blocked_at"], **names}


def let_near(request: HttpRequest) -> HttpResponse:
    """Ends the block, where there is one, and says so. Raises BadRequest for what is no id."""
    try:
        artist_id = UUID(request.POST.get("artist_id", ""))
        was_blocked = set_block(artist_id=artist_id, by=person(request), blocked=False)
    except (ValueError, ValidationError) as error:
        raise BadRequest from error
    if was_blocked:
        name = User.objects.values_list("artist__artist_name", flat=True).get(pk=artist_id)
        messages.success(request, _("You no longer block %(name)s.") % {"name": name})
    return redirect("blocks")
