"""Which visitors are programs, by what they call themselves."""

from functools import lru_cache

from crawleruseragents import is_crawler

LONGEST = 512
"""Of a User-Agent no more is looked at: every letter is tried against some thousand patterns."""


def is_robot(browser: str) -> bool:
    """Whether a User-Agent is that of a crawler, a preview, a monitor or a library of HTTP, by the list of crawler-user-agents;
    browsers always send one, so that none at all is a program too. What calls itself a browser passes for one."""
    return not browser.strip() or names_robot(browser[:LONGEST])


@lru_cache(maxsize=4096)
def names_robot(browser: str) -> bool:
    """0.25 ms where it was not asked of late."""
    return is_crawler(browser)
