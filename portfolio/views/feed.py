"""What is new, as feeds: the same for whoever asks."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from accounts.requests import site_of
from portfolio.for_programs.feed import Entry, as_atom
from portfolio.for_programs.feed_entries import newest_of, newest_of_all
from portfolio.views.artist import artist_named

briefly = cache_control(public=True, max_age=300)


@require_safe
@briefly
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """`/feed.atom`: the newest works and pictures that anyone may see."""
    return answer(
        request,
        newest_of_all(base=site_of(request)),
        title=_("Atelier: new works and pictures"),
        description=_("The newest works and pictures that their artists show to everyone."),
        page="/",
    )


@require_safe
@briefly
@conditional_page
def artist_feed(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/feed.atom`: the newest works of an artist. Raises Http404."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect("artist-feed", found.user.username, permanent=True)
    return answer(
        request,
        newest_of(found, base=site_of(request)),
        title=found.artist_name,
        description=_("New works by %(artist)s.") % {"artist": found.artist_name},
        page=reverse("artist", args=[username]),
    )


def answer(request: HttpRequest, entries: Iterable[Entry], *, title: str, description: str, page: str) -> HttpResponse:
    """The feed at the address that was asked for, about the page at this path."""
    site = site_of(request)
    address = f"{site}{request.path}"
    atom = as_atom(entries, title=title, description=description, page=f"{site}{page}", address=address)
    return HttpResponse(atom, content_type="application/atom+xml; charset=utf-8")
