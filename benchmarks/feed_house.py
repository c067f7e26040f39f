"""One house of `benchmarks.feed`: fills its database, then answers how long things take, a line of JSON for each."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from uuid import UUID

from benchmarks import feed_rows
from benchmarks.growth_house import Watch, client
from benchmarks.house import open_house

DEEP = 12
"""So many pages of 100 before the one that is measured: where one artist's 5,000 works of one instant lie, among them."""


def main(room: Path, database: str) -> None:
    open_house(room, database=database)
    start = time.perf_counter()
    readers = feed_rows.fill()
    answer: Any = {"rows": time.perf_counter() - start}
    asked: dict[tuple[str, str], Callable[[], object]] = {}
    for line in sys.stdin:
        wanted = json.loads(line)
        if "what" in wanted:
            key = wanted["what"], wanted["who"]
            if key not in asked:
                asked[key] = ASKED[wanted["what"]](readers[wanted["who"]])
            answer = block(asked[key], wanted["block"])
        print(json.dumps(answer), flush=True)


def first_page(reader: UUID) -> Callable[[], object]:
    browser = browser_of(reader)
    return lambda: page(browser, "/api/feed")


def deep_page(reader: UUID) -> Callable[[], object]:
    browser, cursor = browser_of(reader), ""
    for _ in range(DEEP):
        following = page(browser, f"/api/feed?page_size=100&cursor={quote(cursor)}")["next"]
        if not following:
            break
        cursor = parse_qs(urlsplit(following).query)["cursor"][0]
    return lambda: page(browser, f"/api/feed?cursor={quote(cursor)}")


def list_of_all(reader: UUID) -> Callable[[], object]:
    browser = browser_of(reader)
    return lambda: page(browser, "/api/artworks?cursor=")


def choice(reader: UUID) -> Callable[[], object]:
    """What a beginning costs more than another page."""
    from django.utils import timezone

    from accounts.models import User
    from social.feed.choosing import choose

    viewer = User.objects.get(pk=reader)
    return lambda: choose(viewer, now=timezone.now())


def by_date(reader: UUID) -> Callable[[], object]:
    """The plain way: all public works by date, until enough are of followed artists."""
    from gallery.models import Artwork
    from social.models import Follow

    followed = Follow.objects.filter(follower=reader).values("artist")
    works = Artwork.objects.public().filter(owner__in=followed).order_by("-sort_date", "-pk")
    return lambda: list(works.values_list("sort_date", "pk", "owner__artist__artist_name")[:25])


def by_artist(reader: UUID) -> Callable[[], object]:
    """The feed's way: `social.feed.newest`."""
    from accounts.models import User
    from social.feed.newest import newest_of_followed
    from social.feed.places import Place

    viewer, place = User.objects.get(pk=reader), Place(feed_rows.NOW, UUID(int=0))
    return lambda: newest_of_followed(viewer, place=place, limit=25)


ASKED = {
    "first page": first_page,
    "deep page": deep_page,
    "list of all works": list_of_all,
    "choice": choice,
    "by date": by_date,
    "by artist": by_artist,
}


def browser_of(reader: UUID) -> Any:
    from accounts.models import User

    return client(User.objects.get(pk=reader))


def page(browser: Any, path: str) -> dict[str, Any]:
    answer = browser.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path}: {answer.status_code} {answer.content[:300]!r}")
    told: dict[str, Any] = answer.json()
    return told


def block(ask: Callable[[], object], times: int) -> dict[str, float]:
    """Mean seconds of one asking, and of its SQL once more."""
    from django.db import connection

    watch = Watch()
    ask()  # what is compiled and chosen once is there
    with connection.execute_wrapper(watch):
        start = time.perf_counter()
        for _ in range(times):
            ask()
        seconds = (time.perf_counter() - start) / times
    return {"request": seconds, "sql": watch.seconds() / times}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
