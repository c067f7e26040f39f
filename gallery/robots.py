"""Which visitors are programs, by what they call themselves."""

import re
from functools import lru_cache

from crawleruseragents import is_crawler

LONGEST = 512
"""Of a User-Agent no more is looked at: every letter is tried against some thousand patterns."""

BROWSERS = re.compile(r"Mozilla/|Opera/|Lynx/|w3m/|E?Links\b|Dillo/|NetSurf/")
"""How every browser begins: what begins otherwise is a program, also where nobody has listed it."""


def is_robot(browser: str) -> bool:
    """Whether a User-Agent is that of a crawler, a preview, a monitor or a library of HTTP: it does not begin as browsers do, or
    is in the list of crawler-user-agents. What calls itself a browser passes for one."""
    return not BROWSERS.match(browser) or names_robot(browser[:LONGEST])


@lru_cache(maxsize=4096)
def names_robot(browser: str) -> bool:
    """0.25 ms where it was not asked of late."""
    return is_crawler(browser)
