"""One's own portfolio in a look that is not saved."""

from dataclasses import replace

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import person
from portfolio.api.telling import tell_profile
from portfolio.looks.accents import COLOR, read_accent
from portfolio.looks.look import look_of
from portfolio.studio.look import LookForm, as_it_stands, look_in, sent_over
from portfolio.views.artist import portfolio_page
from portfolio.views.look import styled
from portfolio.views.studio.look import portfolio_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
def preview(request: HttpRequest) -> HttpResponse:
    """`/studio/portfolio/preview?theme=…`: what is sent over what stands. What cannot be is told, and shown as it stands; nothing
    is stored. By POST too, since a form that is sent by GET would write its CSRF token into the address."""
    sent = request.POST if request.method == "POST" else request.GET
    form = LookForm(sent_over(as_it_stands(portfolio_of(request)), sent), owner=person(request))
    form.is_valid()
    told = tell_profile(person(request).pk, viewer=request.user, base="")
    portfolio = told["portfolio"] | look_in(form.cleaned_data)
    if "cover" in portfolio:
        cover = portfolio.pop("cover")
        portfolio["cover_artwork_id"] = cover.pk if cover else None
    accent = urlencode({"accent": portfolio["accent"]})
    sheet = f"{reverse('studio-look')}?{accent}" if portfolio["accent"] else ""
    look = replace(look_of(portfolio, username=told["username"]), sheet=sheet)
    context = portfolio_page(request, told, look) | {"refusals": refusals_of(form)}
    return render(request, "studio/look_preview.html", context)


def refusals_of(form: LookForm) -> list[tuple[str, str]]:
    """What cannot be, by the label of its field."""
    return [(str(form.fields[name].label), " ".join(map(str, errors))) for name, errors in form.errors.items()]


@require_safe
@login_required
def studio_look(request: HttpRequest) -> HttpResponse:
    """`/studio/portfolio/look.css?accent=…`: the style sheet of an accent that is not saved. Raises Http404 for what is none."""
    accent = request.GET.get("accent", "")
    if not COLOR.fullmatch(accent):
        raise Http404
    return styled(read_accent(accent), kept="private, max-age=600")
