"""Links in what people write."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LONGEST = 2_000
# An address up to space or what no address holds; or a name of the site, which is no part of another word, a mail address, a path
# or a name elsewhere (`@ada@example.org`). A name may hold dots and hyphens, and not end with them here: they end the sentence.
LINKED = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"`{}|\\^]+)"
    r"|(?<![\w@/=+%&#-])@(?P<name>[A-Za-z0-9._-]{2,29}[A-Za-z0-9_])(?![A-Za-z0-9_@])",
    re.IGNORECASE,
)
CLOSING = {")": "(", "]": "["}
ENDING = ".,;:!?'*_~)]…»\u201d\u2019"


def linked(text: str) -> SafeString:
    """Plain text as HTML: all of it escaped, `http` and `https` addresses and `@names` as links, line breaks as they are.

    A program that reads the HTML finds the very same text. Linear in its length.
    """
    return format_html_join("", "{}", ((part,) for part in parts(text)))


def parts(text: str) -> Iterator[str]:
    """The text piece by piece; what is a link comes as HTML."""
    position = 0
    for match in LINKED.finditer(text):
        shown, address = link_of(match)
        if address:
            yield text[position : match.start()]
            yield format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', address, shown)
            position = match.start() + len(shown)
    yield text[position:]


def link_of(match: re.Match[str]) -> tuple[str, str]:
    """What of a match is shown as a link, and where it leads; an empty address where it leads nowhere."""
    if match["name"]:
        return match[0], f"/@{match['name']}"
    url = without_ending(match["url"])
    return url, url if leads_somewhere(url) else ""


def names_in(text: str) -> Iterator[str]:
    """The names that are called in a text, as they are written there."""
    return (match["name"] for match in LINKED.finditer(text) if match["name"])


def without_ending(url: str) -> str:
    """An address without the punctuation that ends its sentence; a bracket that it opened itself stays."""
    excess = {closing: url.count(closing) - url.count(opening) for closing, opening in CLOSING.items()}
    end = len(url)
    while end and url[end - 1] in ENDING:
        last = url[end - 1]
        if last in excess:
            if excess[last] <= 0:
                break
            excess[last] -= 1
        end -= 1
    return url[:end]


def leads_somewhere(url: str) -> bool:
    """Whether an address names a host, and none that hides behind a name before an `@`."""
    try:
        split = urlsplit(url)
    except ValueError:
        return False
    return bool(split.hostname) and "@" not in split.netloc and len(url) <= LONGEST
