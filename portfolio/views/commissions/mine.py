"""One's own commissions."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portfolio.commissioning.lists import ROLES, lines_of, own_commissions
from portfolio.finding.sheets import address, sheet_of
from portfolio.labels.commissions import STATES
from portfolio.models import CommissionStatus


@require_safe
@never_cache
@login_required
def commissions(request: HttpRequest) -> HttpResponse:
    """`/commissions`: those that wait for their reader first; `?role=artist` or `client` and `?status=` narrow them, another
    word does not. As many queries for any number."""
    asked = {"role": request.GET.get("role", ""), "status": request.GET.get("status", "")}
    known = {"role": ROLES, "status": CommissionStatus.values}
    chosen = {name: value for name, value in asked.items() if value in known[name]}
    sheet = sheet_of(request, own_commissions(request.user, **chosen), chosen)
    context = {
        "lines": lines_of(sheet.rows, viewer=request.user),
        "sheet": sheet,
        "chosen": chosen,
        "chosen_state": STATES.get(CommissionStatus(chosen["status"])) if "status" in chosen else "",
        "states": [(status.value, label, way(request, chosen, status.value)) for status, label in STATES.items()],
        "all_states": way(request, chosen, ""),
        "place": "commissions",
    }
    return render(request, "portfolio/commissions/mine.html", context)


def way(request: HttpRequest, chosen: dict[str, str], status: str) -> str:
    """The list of one status, in the role that is chosen."""
    return address(request.path, {"role": chosen.get("role", ""), "status": status})
