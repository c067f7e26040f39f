"""Time zones to choose from."""

from collections import defaultdict
from functools import cache

from portfolio.exhibitions.deadlines import zone_names

Choices = list[tuple[str, list[tuple[str, str]]]]


@cache
def zone_choices() -> Choices:
    """All that this machine knows, by continent, some 600."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(zone_names()):
        continent, _, place = name.partition("/")
        groups[continent if place else "UTC"].append((name, (place or name).replace("_", " ")))
    return sorted(groups.items(), key=lambda group: (group[0] != "UTC", group[0]))
