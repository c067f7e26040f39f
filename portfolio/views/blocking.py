"""Keeping somebody away."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portfolio.views.artist import artist_named, told_of
from portfolio.views.deeds import deed, truth
from social.actions.blocks import set_block


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/block`: says what keeping them away does, or ends it; by POST it is done. Raises Http404, for oneself too."""
    found = artist_named(request, username)
    if found.pk == request.user.pk:
        raise Http404
    if request.method == "POST":
        return keep_away(request, username=username)
    return render(request, "portfolio/block.html", {"artist": told_of(found, viewer=request.user)})


@deed("", on="artist")
def keep_away(request: HttpRequest, back: str, username: str) -> str:
    """As `blocked` says, which is true unless it says otherwise."""
    found = artist_named(request, username)
    set_block(artist_id=found.pk, by=request.user, blocked=truth(request, "blocked") is not False)
    return f"{back}#standing"
