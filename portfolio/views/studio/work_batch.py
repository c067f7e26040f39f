"""One deed on many works, asked for and confirmed on a page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.exceptions import Refused
from accounts.requests import person
from gallery.models import Artwork
from portfolio.studio.work_batch import BatchForm, summed
from portfolio.studio.work_fields import LICENCES
from portfolio.studio.work_pictures import ids_in
from portfolio.views.deeds import SeeOther, way_back


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def batch_works(request: HttpRequest) -> HttpResponse:
    """`/studio/works/batch`: first what is to be said (`asked` is not sent yet), then what would come of it, and with `sure` it
    is done. By GET there is nothing to be done."""
    chosen = ids_in(request.POST.getlist("artwork_ids"))
    if not chosen:
        return redirect("studio-works")
    if "asked" not in request.POST:
        operation = {"operation": request.POST.get("operation", "update")}
        return page(request, BatchForm(request=request, artwork_ids=chosen, initial=operation))
    form = BatchForm(request.POST, request=request, artwork_ids=chosen)
    came = run(form, sure="sure" in request.POST) if form.is_valid() else []
    if came and "sure" in request.POST:
        messages.success(request, "; ".join(came) + ".")
        return SeeOther(way_back(request, reverse("studio-works")))
    return page(request, form, came)


def run(form: BatchForm, *, sure: bool) -> list[str]:
    """What came of it, or would; nothing where it was refused, which the form then tells. Raises Http404."""
    try:
        return form.run(dry_run=not sure)
    except (ObjectDoesNotExist, PermissionDenied):
        raise Http404 from None
    except Refused as refusal:
        form.add_error(None, str(refusal.detail))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return []


def page(request: HttpRequest, form: BatchForm, came: list[str] | None = None) -> HttpResponse:
    """What is to be done, and what would come of it."""
    titles = Artwork.objects.filter(owner=person(request), pk__in=form.artwork_ids).values_list("title", flat=True)
    told = {
        "place": "studio-works",
        "form": form,
        "came": came,
        "chosen": summed(len(form.artwork_ids)),
        "titles": list(titles[:12]),
        "next": way_back(request, reverse("studio-works")),
        "licences": LICENCES,
    }
    return render(request, "studio/works_batch.html", told)
