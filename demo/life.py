"""What the artists of the demo do with each other's works: look, like, follow, talk, pass on; and what the house picks."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.models import User
from demo.cast import DOMAIN
from demo.commissions import commission
from demo.exhibitions import exhibit
from gallery.actions.access import Viewer
from gallery.actions.visits import record_visit
from gallery.models import Artwork, Visit
from portfolio.actions.features import feature
from portfolio.models import Target
from portfolio.tasks import gather_statistics, renew_trends
from social.actions.comments import write_comment
from social.actions.follows import set_follow
from social.actions.likes import set_like
from social.actions.shares import share_artwork
from social.models import Comment, Follow, Like

BROWSER = "Mozilla/5.0 (demo)"
SOURCES = (
    "",
    "",
    "https://www.example.org/art",
    "https://search.example.com/",
    "https://pictures.example.net/of/the/day",
)
LATELY = timedelta(days=28)
FEATURED_WORKS, FEATURED_ARTISTS = 4, 2


@cache
def conversations() -> list[dict[str, str]]:
    """What is said below works: `opening`, and perhaps the artist's `answer` and one word `more`."""
    found: list[dict[str, str]] = tomllib.loads((Path(__file__).parent / "conversations.toml").read_text())["thread"]
    return found


def bring_to_life(curator: User) -> Iterator[str]:
    """Tells of each artist when they are done; who did a thing before does not do it again."""
    artists = list(User.objects.filter(email__endswith=f"@{DOMAIN}").exclude(pk=curator.pk).order_by("username"))
    public = Artwork.objects.public().filter(owner__in=artists)
    for artist in artists:
        rng = Random(f"life of {artist.username}")  # noqa: S311  nothing secret
        others = list(public.exclude(owner=artist).order_by("owner__username", "title"))
        look_around(artist, others, rng)
        follow(artist, [each for each in artists if each != artist], rng)
        talk(artist, others, rng)
        yield f"{artist} looked around"
    yield from exhibit(artists)
    yield from commission(artists)
    pick(curator, list(public.order_by("-like_count", "title")), artists)
    renew_trends.call()
    gather_statistics.call()
    yield "picks, trends and statistics"


def look_around(artist: User, works: list[Artwork], rng: Random) -> None:
    """Looks at some works of others, likes them, and passes a few on."""
    chosen = rng.sample(works, min(len(works), rng.randint(12, 34)))
    if Like.objects.filter(user=artist).exists():
        return
    for number, work in enumerate(chosen):
        look(work, rng)
        set_like(artwork_id=work.pk, by=artist, liked=True)
        if number % 8 == 0:
            share_artwork(artwork_id=work.pk, by=artist, channel="link")


def look(artwork: Artwork, rng: Random) -> None:
    """Some visitors look at a work; lately rather than now, so that statistics have something to show."""
    for _ in range(rng.randint(1, 6)):
        address = f"192.0.2.{rng.randint(1, 254)}"  # for documentation alone (RFC 5737)
        viewer = Viewer(AnonymousUser(), address=address, browser=BROWSER, referrer=rng.choice(SOURCES))
        if record_visit(viewer=viewer, artwork=artwork):
            when = timezone.now() - LATELY * rng.random()
            Visit.objects.filter(pk=artwork.visits.latest("pk").pk).update(at=when)


def follow(artist: User, others: list[User], rng: Random) -> None:
    """Follows half of the others."""
    chosen = rng.sample(others, (len(others) + 1) // 2)
    if not Follow.objects.filter(follower=artist).exists():
        for each in chosen:
            set_follow(artist_id=each.pk, by=artist, following=True)


def talk(artist: User, works: list[Artwork], rng: Random) -> None:
    """Says something below a few works, and is answered by their artists."""
    chosen = rng.sample(works, min(len(works), 3))
    said = rng.sample(conversations(), len(chosen))
    if Comment.objects.filter(commenter=artist, parent__isnull=True).exists():
        return
    for work, words in zip(chosen, said, strict=True):
        last: Comment | None = None
        for by, text in ((artist, "opening"), (work.owner, "answer"), (artist, "more")):
            if text in words:
                parent_id = last.pk if last else None
                last = write_comment(artwork_id=work.pk, by=by, comment_text=words[text], parent_id=parent_id)


def pick(curator: User, works: list[Artwork], artists: list[User]) -> None:
    """What the house puts forward on the demo site."""
    targets: list[tuple[str, Any]] = [(Target.ARTWORK, artwork.pk) for artwork in works[:FEATURED_WORKS]]
    targets += [(Target.ARTIST, artist.pk) for artist in artists[:FEATURED_ARTISTS]]
    for target_type, target_id in targets:
        feature(by=curator, target_type=target_type, target_id=target_id)
