"""Exploring in tests: what hangs on a page, and what it offers to choose."""

from portfolio.tests.reading import Page


def titles(page: Page) -> list[str]:
    """The works on the wall, in their order."""
    return [span.text for span in page.all("span", **{"class": "title"})]


def offered(page: Page) -> dict[str, str]:
    """What the facets offer, with the address of each: `{"Oil 2": "/explore?medium=Oil"}`."""
    return {
        link.text: link["href"]
        for link in page.all("a")
        if link["href"].startswith("/explore") and link.text and link.text[-1] in "0123456789+"
    }


def chips(page: Page) -> list[str]:
    """The addresses without each of what is chosen."""
    return [link["href"] for link in page.all("a") if link.text.startswith("Take back: ")]
