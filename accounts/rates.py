"""Rate limits, exact under threads and processes: one row for a scope, an identity and a window of time."""

import time

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.exceptions import TooManyRequests
from accounts.models import RateCount
from accounts.waiting import come_back

# In one statement, so that no two requests can both take the last place; nothing is spent by a refusal.
SPEND = """
    INSERT INTO accounts_ratecount (key, window_start, count) VALUES (%s, %s, %s)
    ON CONFLICT (key, window_start) DO UPDATE SET count = accounts_ratecount.count + EXCLUDED.count
    WHERE accounts_ratecount.count + EXCLUDED.count <= %s
    RETURNING count
"""
KEPT = 24 * 60 * 60


def spend(scope: str, identity: object, *, cost: int = 1) -> None:
    """Take `cost` out of what `identity` may do within `scope`, as settings.RATE_LIMITS {scope: (count, seconds)} says.

    A scope that is not listed is unlimited. Raises TooManyRequests, whose `wait` is in seconds. Windows are fixed: they
    start at whole multiples of their length. Call it outside a transaction that may roll back.
    """
    if scope not in settings.RATE_LIMITS:
        return
    limit, seconds = settings.RATE_LIMITS[scope]
    start = _window(seconds)
    if cost > limit or not _take(_key(scope, identity), start, cost=cost, limit=limit):
        wait = max(1, start + seconds - int(time.time()))
        raise TooManyRequests(" ".join([_("Too many requests."), come_back(wait)]), wait=wait)


def spent(scope: str, identity: object) -> int:
    """What `identity` has spent of `scope` in the present window; 0 for a scope without a limit."""
    if scope not in settings.RATE_LIMITS:
        return 0
    row = RateCount.objects.filter(key=_key(scope, identity), window_start=_window(settings.RATE_LIMITS[scope][1]))
    return row.values_list("count", flat=True).first() or 0


def forgive(scope: str, identity: object) -> None:
    """Give back all that `identity` has spent of `scope`."""
    RateCount.objects.filter(key=_key(scope, identity)).delete()


def give_back(scope: str, identity: object, *, cost: int = 1) -> None:
    """Undo one `spend` that turned out to be no misuse, in the present window; never below nothing spent."""
    if scope in settings.RATE_LIMITS:
        start = _window(settings.RATE_LIMITS[scope][1])
        spent_here = RateCount.objects.filter(key=_key(scope, identity), window_start=start, count__gte=cost)
        spent_here.update(count=F("count") - cost)


def clear_old() -> int:
    """Delete the counts of windows that are over; returns how many."""
    longest = max([KEPT, *(seconds for _count, seconds in settings.RATE_LIMITS.values())])
    return RateCount.objects.filter(window_start__lt=int(time.time()) - longest).delete()[0]


def _take(key: str, start: int, *, cost: int, limit: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(SPEND, [key, start, cost, limit])
        return cursor.fetchone() is not None


def _window(seconds: int) -> int:
    return int(time.time()) // seconds * seconds


def _key(scope: str, identity: object) -> str:
    """Hashed under the site's key, so that no address is kept in the clear."""
    return salted_hmac("accounts.rates", f"{scope}:{identity}", algorithm="sha256").hexdigest()
