"""Pictures become works: they are chosen, and a table is filled in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from accounts.exceptions import Refused
from accounts.rates import spend
from accounts.requests import person
from gallery.models import Artwork
from gallery.money import currencies
from portfolio.studio.work_fields import LICENCES
from portfolio.studio.work_pictures import MOST, first_facts, ids_in, pictures_named, sheet_of_pictures
from portfolio.studio.work_table import RowForm, Table
from portfolio.views.deeds import SeeOther

PLACE = {"place": "studio-works"}


@method_decorator(login_required, name="dispatch")
class NewWorksPage(View):
    """`/studio/works/new`: pictures to choose from; with `?images=<id>,<id>…` the table of the works that they become."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The table, or the pictures."""
        chosen = ids_in(request.GET.getlist("images"))
        pictures = pictures_named(person(request).pk, chosen)
        if not pictures or "page" in request.GET:
            return pick(request, chosen)
        table = Table(request, rows=first_facts(pictures), gallery=request.GET.get("gallery", ""))
        return tabled(request, table, pictures)

    def post(self, request: HttpRequest) -> HttpResponse:
        """The works of a table, all or none; of pictures that were only chosen, on to their table."""
        if "works-TOTAL_FORMS" not in request.POST:
            return SeeOther(way_to_table(request))
        table = Table(request)
        if table.is_valid():
            try:
                spend("upload", str(person(request).pk))
                return made(request, table.make(by=person(request)))
            except Refused as refusal:
                table.together.add_error(None, str(refusal.detail))
            except ValidationError as error:
                table.together.add_error(None, error.messages)
        pictures = pictures_named(person(request).pk, table.image_ids)
        return tabled(request, table, pictures)


def pick(request: HttpRequest, chosen: list[str]) -> HttpResponse:
    """Pictures, those in no work first; the ones chosen on other pages are kept."""
    sheet, pictures = sheet_of_pictures(request)
    here = {each.id for each in pictures}
    told = {"sheet": sheet, "pictures": pictures, "chosen": chosen, "elsewhere": [e for e in chosen if e not in here]}
    return render(request, "studio/works_picking.html", PLACE | told | {"most": MOST})


def way_to_table(request: HttpRequest) -> str:
    """Where what was chosen is filled in, or where more is chosen: `page` says which page. The list is written without escaping:
    a hundred ids are to fit in a line that servers take."""
    chosen = ids_in([*request.POST.getlist("images"), *request.POST.getlist("image_ids")])
    if len(chosen) > MOST:
        messages.error(request, _("At most %d pictures at a time: the first of them are here.") % MOST)
    if not chosen and not request.POST.get("page"):
        messages.error(request, _("Choose a picture at least."))
    rest = {name: request.POST[name] for name in ("page", "gallery") if request.POST.get(name)}
    asked = {"images": ",".join(chosen[:MOST])} if chosen else {}
    return f"{reverse('studio-works-new')}?{urlencode(asked | rest).replace('%2C', ',')}"


def tabled(request: HttpRequest, table: Table, pictures: Any) -> HttpResponse:
    """The table with its pictures."""
    by_id = {each.id: each for each in pictures}
    rows = [{"form": form, "shown": by_id.get(str(form["image_id"].value()))} for form in table.rows.forms]
    mediums = Artwork.objects.filter(owner=person(request)).exclude(medium="").order_by("medium")
    told = {
        "table": table,
        "rows": rows,
        "columns": RowForm(request=request).cells(),
        "mediums": mediums.values_list("medium", flat=True).distinct()[:50],
        "currencies": sorted(currencies()),
        "licences": LICENCES,
    }
    return render(request, "studio/works_table.html", PLACE | told)


def made(request: HttpRequest, works: list[Artwork]) -> HttpResponse:
    """Told where they are seen."""
    words = ngettext("%d work was made.", "%d works were made.", len(works)) % len(works)
    messages.success(request, words)
    only = works[0].pk if len(works) == 1 else None
    return SeeOther(reverse("studio-work", args=[only]) if only else reverse("studio-works"))
