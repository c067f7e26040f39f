"""Reading a page as a browser would: its elements, their attributes and words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "input", "br", "hr", "image"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    words: list[str] = field(default_factory=list)
    within: tuple[str, ...] = ()
    """The names of the elements around it, the outermost first."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]


class Page(HTMLParser):
    """`page.all("img")` lists elements in order, `page.one("h1")` insists that there is one, `page.text` is all its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, name: str, attributes: list) -> None:
        told = {key: value or "" for key, value in attributes}
        element = Element(name, told, within=tuple(around.name for around in self.open))
        self.elements.append(element)
        if name not in VOID:
            self.open.append(element)

    def handle_endtag(self, name: str) -> None:
        if name not in VOID:
            assert self.open.pop().name == name

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        for element in self.open:
            element.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, name: str, /, **wanted: str) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.name == name and all(element.attributes.get(key) == value for key, value in wanted.items())
        ]

    def one(self, name: str, /, **wanted: str) -> Element:
        (found,) = self.all(name, **wanted)
        return found

    def meta(self, name: str) -> str:
        """The content of `<meta property=…>` or `<meta name=…>`."""
        (found,) = self.all("meta", property=name) or self.all("meta", name=name)
        return found["content"]


def titles(page: Page) -> list[str]:
    """What the pictures on its walls are called, in their order."""
    return [caption.text for caption in page.all("span", **{"class": "title"})]
