"""Where a search may begin, before anything is asked for."""

from typing import Any, NamedTuple

from gallery.category_tree import CategoryTree
from gallery.search.facets import facets
from gallery.search.finding import Search, find
from gallery.tag_list import TagList, Used
from portfolio.finding.asked import Asked
from portfolio.finding.leading_on import Way
from portfolio.finding.narrowing import Choice
from portfolio.finding.operators import EXAMPLES

MOST = 12


class Beginnings(NamedTuple):
    tags: list[Used]
    mediums: list[Choice]
    categories: list[dict[str, Any]]
    examples: list[Way]


def beginnings(asked: Asked, categories: CategoryTree, *, viewer: Any) -> Beginnings:
    """The tags that are used most, the mediums of the newest 1,000 works, the uppermost categories in which any work is, and
    queries to try. Four queries, up to eight for a person."""
    mediums = facets(find(Search(viewer, kinds=["artwork"])).hits)["medium"]
    return Beginnings(
        TagList(viewer)[:MOST],
        [Choice(name, asked.only(medium=name, type="artwork"), number) for name, number in mediums.items()][:MOST],
        [row for row in categories.children[None] if categories.totals[row["pk"]]],
        [Way(query, asked.only(query=query)) for query in EXAMPLES],
    )
