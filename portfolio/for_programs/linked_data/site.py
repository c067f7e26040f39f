"""The site itself."""

from portfolio.for_programs.linked_data.writing import Node


def website(*, site: str) -> Node:
    """Atelier, and how one searches it (https://schema.org/SearchAction)."""
    return {
        "@type": "WebSite",
        "name": "Atelier",
        "url": f"{site}/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site}/search?query={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
