"""What is new from whom one follows, and what one may like."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests import person
from gallery.api.pictures import Row
from portfolio.finding.sheets import address
from portfolio.hanging.pictures import Picture
from portfolio.hanging.wall import COPIES, Place
from portfolio.hanging.works import shown, tell_cards
from social.feed import Entry, read_feed
from social.models import Follow

ON_A_PAGE = 12
"""Works are shown large: three of them fill what others fill with twelve."""
# A work's own column, as the style sheet has it.
LARGE = "(min-width: 64rem) calc(min(100vw, 90rem) - 24rem), 100vw"


@require_safe
@never_cache
@login_required
def my_feed(request: HttpRequest) -> HttpResponse:
    """`/feed`: works one below the other, each with why it stands here; `?cursor=` goes on. As many queries for any number of
    them, three beside those of the feed itself. Raises Http404 for what is no cursor."""
    cursor = request.GET.get("cursor", "")
    try:
        entries, behind = read_feed(person(request), cursor=cursor or None, limit=ON_A_PAGE)
    except ValidationError as error:
        raise Http404 from error
    context = {
        "entries": tell_entries(entries, viewer=request.user, is_first=not cursor),
        "onward": address(request.path, {"cursor": behind or ""}) if behind else "",
        "is_first": not cursor,
        "follows_anyone": bool(cursor)
        or Follow.objects.visible_to(request.user).filter(follower=request.user.pk).exists(),
    }
    return render(request, "portfolio/personal/my_feed.html", context)


def tell_entries(entries: Sequence[Entry], *, viewer: Any, is_first: bool) -> list[dict[str, Any]]:
    """Each with its picture, the username of its artist, its type and reason. Two queries."""
    cards = {card["id"]: card for card in tell_cards([entry.artwork_id for entry in entries], viewer=viewer)}
    artist_of = {pk: card["artist"]["id"] for pk, card in cards.items()}
    names = dict(User.objects.filter(pk__in=artist_of.values()).values_list("pk", "username"))
    # Of an artist whose account went in between nothing is there any more.
    usernames = {pk: names[artist] for pk, artist in artist_of.items() if artist in names}
    return [
        {
            "picture": large(cards[entry.artwork_id], is_first=is_first and number == 0),
            "username": usernames[entry.artwork_id],
            "type": entry.type,
            "reason": entry.reason.text,
        }
        for number, entry in enumerate(entries)
        if entry.artwork_id in usernames
    ]


def large(card: Row, *, is_first: bool) -> Picture:
    """A work as large as the page has room for it, in its own proportions."""
    view = card["images"][0]
    size = view["thumbnails"]["large"]
    place = Place((size["width"], size["height"]), LARGE, is_first=is_first)
    copies = (*COPIES, "xlarge")
    return shown(card, view, copies, place, is_clear=view["is_clear"], is_veiled=card["is_veiled"])
