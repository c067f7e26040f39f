"""Moving an exhibition on, and deleting what never was more than a draft."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.requests import person
from portfolio.actions.exhibitions import change_exhibition, delete_exhibition
from portfolio.models import ExhibitionStatus
from portfolio.organising.moves import effects_of, question_of
from portfolio.organising.rooms import can_delete, head_of, moves_of, organised
from portfolio.views.deeds import deed


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def ask(request: HttpRequest, exhibition_id: UUID, status: str) -> HttpResponse:
    """`/exhibitions/<id>/move/<status>`: asks before a grave move, saying what follows. Raises Http404 for what is no move to be
    asked about, and leads back where its status no longer allows it."""
    exhibition = organised(request, exhibition_id)
    if request.method == "POST":
        return move(request, exhibition_id=exhibition_id)
    if status not in ExhibitionStatus.values or status == ExhibitionStatus.ANNOUNCED:
        raise Http404
    way = next((each for each in moves_of(exhibition, viewer=request.user) if each.target == status), None)
    back = reverse("exhibition-submissions", args=[exhibition_id])
    if way is None or not way.grave:
        return redirect(back)
    asked = {
        "question": question_of(status),
        "effects": effects_of(exhibition, status),
        "button": way.label,
        "value": status,
        "back": back,
    }
    head = head_of(exhibition, viewer=request.user, place="") | {"moves": ()}
    return render(request, "portfolio/organising/asking.html", head | asked)


@deed("exhibition", on="exhibition-submissions")
def move(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """Moves it as `status` says. Raises BadRequest, Http404, Conflict."""
    exhibition = organised(request, exhibition_id)
    status = request.POST.get("status", "")
    if status not in ExhibitionStatus.values:
        raise BadRequest
    change_exhibition(exhibition=exhibition, by=person(request), status=status)
    said = _("“%(title)s” is now: %(status)s.")
    messages.success(request, said % {"title": exhibition.title, "status": ExhibitionStatus(status).label})
    return back


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def delete(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/delete`: asks, and by POST deletes a draft. Leads back where it cannot be deleted."""
    exhibition = organised(request, exhibition_id)
    if request.method == "POST":
        return delete_it(request, exhibition_id=exhibition_id)
    if not can_delete(exhibition):
        return redirect("exhibition-edit", exhibition_id)
    asked = {
        "question": _("Delete this draft?"),
        "effects": [_("All that you wrote for it is gone then.")],
        "button": _("Delete it"),
        "back": reverse("exhibition-edit", args=[exhibition_id]),
    }
    return render(
        request, "portfolio/organising/asking.html", head_of(exhibition, viewer=request.user, place="edit") | asked
    )


@deed("exhibition", on="exhibition-edit")
def delete_it(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """Raises Http404, Conflict."""
    exhibition = organised(request, exhibition_id)
    title = exhibition.title
    delete_exhibition(exhibition=exhibition, by=person(request))
    messages.success(request, _("“%(title)s” is deleted.") % {"title": title})
    return reverse("exhibitions-yours")
