"""One's own works."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import person
from portfolio.studio.work_batch import BatchForm
from portfolio.studio.work_fields import LICENCES, gallery_choices
from portfolio.studio.work_list import ORDERS, list_works


@require_safe
@login_required
def works(request: HttpRequest) -> HttpResponse:
    """`/studio/works`: by state, found by words and by gallery, to be opened one by one or changed together."""
    told = {
        "place": "studio-works",
        "works": list_works(request),
        "orders": [(name, label) for name, (label, _order) in ORDERS.items()],
        "galleries": gallery_choices(person(request))[1:],
        "batch": BatchForm(request=request, prefix=None),
        "licences": LICENCES,
        "is_list": request.GET.get("view") == "list",
    }
    return render(request, "studio/works.html", told)
