"""Links in what people write."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from social.linking import linked

PIECES = st.sampled_from(
    [
        "https://",
        "http://",
        "javascript:",
        "@ada",
        "@",
        "a",
        ".",
        ")",
        "(",
        " ",
        "\n",
        "<b>",
        "&amp;",
        '"',
        "'",
        "/",
        "é",
        "//x",
    ]
)
ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])), st.lists(PIECES).map("".join)
)


class Reader(HTMLParser):
    """What a program reads of HTML: its text, and its elements with their attributes."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text, self.elements, self.ends = "", [], []
        self.feed(str(html))
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.ends.append(tag)


def addresses(text):
    return [attributes["href"] for _tag, attributes in Reader(linked(text)).elements]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a?b=c&d=e#f now", "https://example.org/a?b=c&d=e#f"),
        ("HTTPS://Example.org/", "HTTPS://Example.org/"),
        ("It is at http://example.org.", "http://example.org"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("(https://example.org/a_(b)).", "https://example.org/a_(b)"),
        ("“https://example.org/a”, he said", "https://example.org/a"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("<https://example.org/>", "https://example.org/"),
        ("Look, @ada!", "/@ada"),
        ("@Ada.B-c_ is here", "/@Ada.B-c_"),
        ("I ask @ada.", "/@ada"),
        ("(@ada)", "/@ada"),
    ],
)
def test_addresses_and_names_become_links(text, address):
    assert addresses(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,hello",
        "ftp://example.org/",
        "//example.org/",
        "http://",
        "https://[",
        "https://?x",
        "https://ada@example.org/",
        "https://example.org:80@evil.example/",
        "xhttp://example.org/",
        "ada@example.org",
        "@ada@example.org",
        "/@ada",
        "@ad",
        "@" + "a" * 31,
        "@a..",
        "https://example.org/" + "a" * 2_000,
    ],
)
def test_nothing_else_does(text):
    assert addresses(text) == []


def test_a_name_within_an_address_is_part_of_it():
    assert addresses("https://example.org/@ada and @ben") == ["https://example.org/@ada", "/@ben"]


def test_markup_stays_text():
    html = linked('<script>alert("x")</script> https://example.org/"onclick="x')
    assert "<script" not in html
    assert Reader(html).elements == [("a", {"href": "https://example.org/", "rel": "nofollow ugc noopener"})]


@settings(max_examples=300)
@given(ANY_TEXT)
def test_a_program_reads_the_same_text_and_safe_links_alone(text):
    read = Reader(linked(text))
    assert read.text == text
    assert len(read.elements) == len(read.ends)
    for tag, attributes in read.elements:
        assert tag == "a"
        assert re.match(r"(?i)https?://[^/]|/@[\w.-]", attributes["href"])
        assert attributes == {"href": attributes["href"], "rel": "nofollow ugc noopener"}


@pytest.mark.parametrize("piece", ["@", "@a.", "http://", "https://a)", "https://a/(", "h", "&", "@aaa", "."])
def test_long_texts_take_no_longer_than_their_length_asks(piece):
    began = time.perf_counter()
    linked((piece * 5_000)[:5_000])
    assert time.perf_counter() - began < 1
