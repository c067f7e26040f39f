"""What a page sends besides its images, to a browser whose cache is empty."""

import re
from collections import Counter, deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin
from urllib.request import Request, urlopen

IMPORTED = re.compile(rb"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']|@import\s+(?:url\()?["']?([^"')]+)""")
KINDS = {"css": "style", "js": "script", "svg": "icons", "html": "page"}
LINKS = {"stylesheet", "modulepreload", "preload"}


class Needed(HTMLParser):
    """The addresses that a page cannot do without: styles, modules, and the sprite of its icons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        if tag == "link" and told.get("rel") in LINKS:
            self.found.append(told.get("href") or "")
        if tag == "use" or (tag == "script" and told.get("src")):
            self.found.append(told.get("src") or told.get("href") or "")


def weigh(base: str, path: str) -> dict[str, int]:
    """Bytes of bodies as they are sent, compressed, by their kind. Raises HTTPError where something is missing."""
    weights: Counter[str] = Counter()
    waiting, seen = deque([base + path]), {base + path}
    while waiting:
        url = waiting.popleft()
        kind, size, text = fetched(url)
        weights[KINDS[kind]] += size
        named = Needed(text.decode()).found if kind == "html" else imports(text, kind)
        fresh = {urldefrag(urljoin(url, each)).url for each in named} - seen
        seen |= fresh
        waiting += sorted(fresh)
    return dict(weights)


def imports(text: bytes, kind: str) -> list[str]:
    """What a style sheet or a module names in turn."""
    return [(one or other).decode() for one, other in IMPORTED.findall(text)] if kind in {"css", "js"} else []


def fetched(url: str) -> tuple[str, int, bytes]:
    """Kind, bytes on the wire, and the text: asked for twice, compressed as a browser has it, and plain to be read."""
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})) as answer:
        size = len(answer.read())
        media = answer.headers.get_content_type()
    with urlopen(url) as answer:
        return {"text/html": "html", "text/css": "css", "image/svg+xml": "svg"}.get(media, "js"), size, answer.read()
