"""The feed of new pictures, as a reader of feeds takes it."""

import html
import re
import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from gallery.models import Image

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture
def feed(visitor):
    """`feed()`: its root element, read strictly."""

    def get() -> ET.Element:
        response = visitor.get("/feed.atom")
        assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ET.fromstring(response.content)

    return get


def titles(root) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_the_newest_public_pictures_come_first(feed, ada, ben, show):
    for owner, title in ((ada, "Dunes"), (ben, "Moonrise"), (ada, "")):
        show(owner, title=title)
    assert titles(feed()) == ["Untitled", "Moonrise", "Dunes"]


def test_no_more_than_fifty_are_told(feed, ada, show):
    for _ in range(52):
        show(ada)
    assert len(titles(feed())) == 50


def test_an_entry_has_all_that_atom_asks_for(feed, ada, show):
    image = show(ada, title="Dunes", description="Sand & light.")
    root = feed()
    entry = root.find(f"{ATOM}entry")
    told = {name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary", "author/" + ATOM + "name")}
    assert list(told.values()) == [f"urn:uuid:{image.pk}", "Dunes", "Sand &amp; light.", "ada"]
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/images/{image.pk}"
    for element, path in ((root, "updated"), (entry, "published"), (entry, "updated")):
        assert datetime.fromisoformat(element.findtext(f"{ATOM}{path}")).tzinfo


def test_the_feed_names_itself_and_the_site(feed):
    root = feed()
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"alternate": "http://testserver/", "self": "http://testserver/feed.atom"}
    assert root.findtext(f"{ATOM}id") == "http://testserver/feed.atom"


def test_markup_in_a_description_is_words_to_those_who_read_it_as_html(feed, ada, show):
    show(ada, description="<img src=x onerror=alert(1)>")
    show(ada, description="")
    silent, told = feed().iter(f"{ATOM}entry")
    assert told.find(f"{ATOM}summary").attrib == {"type": "html"}
    assert html.unescape(told.findtext(f"{ATOM}summary")) == "<img src=x onerror=alert(1)>"
    assert "<" not in told.findtext(f"{ATOM}summary")
    assert silent.find(f"{ATOM}summary") is None


@pytest.mark.parametrize(("alpha", "kind"), [(False, "jpeg"), (True, "png")])
def test_each_comes_with_its_large_copy(feed, ada, show, alpha, kind):
    image = show(ada, has_alpha=alpha)
    media = feed().find(f"{ATOM}entry/{MEDIA}content").attrib
    assert media["url"] == f"http://testserver/api/images/{image.pk}/thumbnail?size=large&format={kind}"
    assert (media["type"], media["width"], media["height"]) == (f"image/{kind}", "1280", "853")


def test_private_and_shared_pictures_change_not_a_byte(visitor, client_of, ada, show, hang_album):
    show(ada)
    before = visitor.get("/feed.atom").content
    hang_album(ada, privacy_setting="shared", images=[show(ada, visibility="private")])
    assert visitor.get("/feed.atom").content == before
    assert client_of(ada).get("/feed.atom").content == before


def test_a_picture_in_a_public_album_is_in_it(feed, ada, show, hang_album):
    hang_album(ada, privacy_setting="public", images=[show(ada, visibility="private", title="Open")])
    assert titles(feed()) == ["Open"]


def test_what_xml_cannot_hold_is_left_out(feed, ada, show):
    show(ada, title="Du\x0bnes <b>&amp;\ufffe", description="\x1b[31m")
    assert titles(feed()) == ["Dunes <b>&amp;"]


def test_caches_may_keep_it_for_a_while_and_ask_whether_it_changed(visitor, ada, show):
    show(ada)
    response = visitor.get("/feed.atom")
    assert re.search(r"max-age=\d+", response.headers["Cache-Control"])
    assert "public" in response.headers["Cache-Control"]
    assert "Cookie" not in response.headers.get("Vary", "")
    known = {"if-none-match": response.headers["ETag"]}
    assert visitor.get("/feed.atom", headers=known).status_code == 304
    Image.objects.update(title="Renamed")
    assert visitor.get("/feed.atom", headers=known).status_code == 200


def test_an_empty_one_is_the_same_at_each_look(visitor):
    assert visitor.get("/feed.atom").content == visitor.get("/feed.atom").content


def test_every_page_leads_to_it(read, visitor, ada, show):
    for address in ("/", f"/images/{show(ada).pk}", "/login"):
        assert read(visitor, address).one("link", type="application/atom+xml")["href"] == "/feed.atom"
