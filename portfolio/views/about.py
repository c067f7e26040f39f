"""Who an artist is, at length."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from portfolio.for_programs.linked_data import linked_data, profile_page
from portfolio.looks.look import look_of
from portfolio.views.artist import artist_named, told_of
from portfolio.views.personal import personal


@require_safe
@personal
def about(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/about`: portrait, words, where to find them, what they take on. Two queries, and for who is signed in two
    more."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect("about", found.user.username, permanent=True)
    told, site = told_of(found, viewer=request.user), site_of(request)
    context = {
        "artist": told,
        "look": look_of(told["portfolio"], username=username),
        "is_own": found.pk == request.user.pk,
        "place": "about",
        "linked_data": linked_data(profile_page(told, site=site)),
        "site": site,
    }
    return render(request, "portfolio/about.html", context)
