"""How recommended works stand among new ones."""

from social.feed.entries import NEW, RECOMMENDED

EVERY = 4
"""Behind so many new works stands a recommended one."""


def turns(*, new: int, recommended: int, since: int, limit: int) -> list[str]:
    """Of which type each of the next `limit` places is, where `since` new ones stand behind the last recommended one, and so many
    of each type are there. Where one type has run out the other goes on alone."""
    order: list[str] = []
    while len(order) < limit and new + recommended:
        if recommended and (since >= EVERY or not new):
            order.append(RECOMMENDED)
            recommended, since = recommended - 1, 0
        else:
            order.append(NEW)
            new, since = new - 1, since + 1
    return order


def since_after(order: list[str], since: int) -> int:
    """How many new works stand behind the last recommended one after these turns; EVERY stands for all above it."""
    for turn in order:
        since = 0 if turn == RECOMMENDED else min(since + 1, EVERY)
    return since
