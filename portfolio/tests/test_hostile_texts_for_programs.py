"""Whatever people write, programs that read pages take it for words (Q15)."""

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.models import Category, Gallery
from gallery.tests.works import new_work
from portfolio.for_programs.linked_data import linked_data
from portfolio.tests.programs import open_graph, read_by_programs, things

HOSTILE = [
    "</script><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<!--<script>",
    "\" onload='alert(1)' x=\"",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "\u2028alert(1)\u2029",
    "\u202edlrow\u202c olleh",
    "𝔘𝔫𝔦 👩🏽‍🎨 é",
    "\x0b\x1b[31m\x7f\ufffe",
    "\\u003c/script>\\",
    "{{ 7 }}{% url %}",
]
XML = "".join(HOSTILE).translate(dict.fromkeys(map(ord, "\x0b\x1b\ufffe")))


@pytest.fixture
def pages(ada, show, hang_album):
    """Pages of things on which everything that a person may write is hostile."""
    text = "".join(HOSTILE)
    ada.artist.artist_name, ada.artist.bio, ada.artist.location = text[:100], text, text[:200]
    ada.artist.specialties = [text[:60]]
    ada.artist.save()
    ada.copyright_notice = text
    ada.save()
    words = {"title": text[:200], "description": text, "alt_text": text}
    category = Category.objects.create(name=text[:100], slug="odd")
    room = Gallery.objects.create(owner=ada, name=text[:200], slug="odd", description=text)
    facts = {"medium": text[:100], "dimensions": text[:200], "license": text[:200], "price": 5, "currency": "EUR"}
    work = new_work(ada, images=(show(ada),), gallery=room, category=category, tags=["</script>"], **words, **facts)
    image = show(ada, creator=text, **words)
    album = hang_album(ada, text[:200], privacy_setting="public", images=[image], description=text)
    return [f"/artworks/{work.pk}", f"/images/{image.pk}", f"/albums/{album.pk}", "/@ada", "/@ada/galleries/odd", "/"]


class Scripts(HTMLParser):
    """The kinds of the script elements in a page, as a browser tokenizes it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.kinds: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "script":
            self.kinds.append(dict(attrs).get("type"))


def test_no_text_ends_the_block_or_begins_another(visitor, pages):
    for path in pages:
        kinds = Scripts(visitor.get(path).content.decode()).kinds
        assert set(kinds) <= {"application/ld+json", "module"}
        assert kinds.count("application/ld+json") == 1, path


def test_the_words_are_told_as_they_were_written(visitor, pages):
    text = "".join(HOSTILE)
    work, image, album, _artist, room, _home = pages
    assert things(visitor, work)["VisualArtwork"]["description"] == text
    assert things(visitor, work)["VisualArtwork"]["keywords"] == ["</script>"]
    assert things(visitor, image)["ImageObject"]["creator"]["name"] == text
    assert things(visitor, album)["ImageGallery"]["name"] == text[:200]
    assert things(visitor, room)["BreadcrumbList"]["itemListElement"][1]["name"] == text[:200]


def test_open_graph_takes_them_for_words(visitor, pages):
    for path in pages[:3]:
        told = open_graph(visitor, path)
        assert "</script><script>alert(1)</script>" in told["og:title"]
        assert read_by_programs(visitor, path)["microdata"] == []


def test_feeds_and_embeddings_stay_well_formed(visitor, pages):
    for path in ("/feed.atom", "/@ada/feed.atom"):
        feed = feedparser.parse(visitor.get(path).content)
        assert not feed.bozo
        assert all("<script" not in entry.get("summary", "") for entry in feed.entries)
    for path in pages[:5]:
        address = {"url": f"http://testserver{path}"}
        root = ET.fromstring(visitor.get("/oembed", address | {"format": "xml"}).content)
        assert root.findtext("author_name") == XML[: len(root.findtext("author_name"))]
        assert json.loads(visitor.get("/oembed", address).content)["author_name"] == "".join(HOSTILE)[:100]


def test_the_site_map_holds_addresses_alone(visitor, pages):
    for section in ("artworks", "images", "albums", "galleries", "tags", "categories", "artists"):
        answer = visitor.get(f"/sitemaps/{section}-1.xml")
        ET.fromstring(answer.content)
        assert b"script>" not in answer.content


@given(st.text())
def test_any_text_comes_back_from_the_block_as_it_went_in(text):
    block = linked_data({"@type": "Thing", "name": text, "items": [{"name": text}]})
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    (thing,) = json.loads(inside)["@graph"]
    assert thing.get("name", "") == text


@pytest.mark.parametrize("value", [0, False, "0"])
def test_what_is_zero_is_told_and_what_is_empty_is_not(value):
    block = linked_data({"@type": "Thing", "a": value, "b": None, "c": "", "d": [], "e": {"f": None}, "g": [{}]})
    (thing,) = json.loads(block.split(">", 1)[1].rsplit("<", 1)[0])["@graph"]
    assert thing == {"@type": "Thing", "a": value}
