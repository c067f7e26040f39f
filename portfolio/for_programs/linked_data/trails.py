"""Where a page stands."""

from collections.abc import Sequence

from portfolio.for_programs.linked_data.writing import Node


def breadcrumbs(trail: Sequence[tuple[str, str]], *, site: str) -> Node:
    """The way to a page, as names and paths (`/@ada`), the page itself last
    (developers.google.com/search/docs/appearance/structured-data/breadcrumb)."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": f"{site}{path}"}
            for place, (name, path) in enumerate(trail, start=1)
        ],
    }
