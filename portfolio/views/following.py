"""Following an artist, and who follows whom."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.models import Artist
from accounts.requests import site_of
from portfolio.finding.sheets import sheet_of
from portfolio.hanging.makers import COLUMNS, tell_makers
from portfolio.looks.look import look_of
from portfolio.views.artist import artist_named, told_of
from portfolio.views.deeds import deed, truth
from portfolio.views.personal import personal
from social.actions.follows import set_follow


@deed("follow", on="artist")
def follow(request: HttpRequest, back: str, username: str) -> str:
    """`/@<username>/follow`: as `following` says, else the other of what is."""
    found = artist_named(request, username)
    set_follow(artist_id=found.pk, by=request.user, following=truth(request, "following"))
    return f"{back}#standing"


@require_safe
@personal
def followers(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/followers`: who follows them, the last first. As many queries as `following`."""
    return people_page(request, username, place="followers")


@require_safe
@personal
def following(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/following`: whom they follow, the last first. Five queries, one more where copies are fetched elsewhere, and
    one for who is signed in."""
    return people_page(request, username, place="following")


def people_page(request: HttpRequest, username: str, *, place: str) -> HttpResponse:
    """A list of people as `/artists` shows them. Raises Http404 for an artist or a page that there is not."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect(place, found.user.username, permanent=True)
    sheet = sheet_of(request, people_of(request, found, place).values(*COLUMNS), {})
    told = told_of(found, viewer=request.user)
    context = {
        "artist": told,
        "look": look_of(told["portfolio"], username=username),
        "is_own": found.pk == request.user.pk,
        "place": place,
        "makers": tell_makers(sheet.rows, viewer=request.user),
        "sheet": sheet,
        "site": site_of(request),
    }
    return render(request, "portfolio/people.html", context)


def people_of(request: HttpRequest, artist: Artist, place: str) -> QuerySet[Artist]:
    """Those on one side of an artist's follows whom the viewer may see, the last followed first."""
    seen = Artist.objects.visible_to(request.user)
    if place == "followers":
        rows, by = seen.filter(user__followings__artist=artist.pk), "user__followings"
    else:
        rows, by = seen.filter(user__followers__follower=artist.pk), "user__followers"
    return rows.order_by(f"-{by}__followed_at", f"-{by}__pk")
