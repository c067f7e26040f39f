"""The feed of new works and pictures, read strictly as XML, and as a reader of feeds takes it."""

import html
import re
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

import feedparser
import pytest

from accounts.models import AiTraining
from gallery.models import Artwork, Image
from gallery.tests.works import new_work
from portfolio.tests.conftest import NOON

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


def test_works_and_pictures_stand_together_the_newest_first(feed, ada, show):
    for number, title in enumerate(("First", "Third")):
        work = new_work(ada, title)
        Artwork.objects.filter(pk=work.pk).update(published_at=NOON + timedelta(seconds=90 * number - 1))
    show(ada, title="Second")
    assert titles(feed()) == ["Third", "Second", "First"]


def test_a_picture_that_a_work_shows_is_told_once(feed, ada, show):
    image = show(ada, title="Dunes")
    new_work(ada, "Low tide", images=(image,))
    assert titles(feed()) == ["Low tide"]


def test_no_more_than_fifty_works_and_pictures_are_told_together(feed, ada, show):
    for _ in range(26):
        new_work(ada, images=(show(ada),))
        show(ada)
    assert len(titles(feed())) == 50


@pytest.mark.parametrize("facts", [{"is_mature": True}, {"status": "draft"}, {"availability_status": "private"}])
def test_what_is_mature_or_hidden_is_not_told_nor_is_its_picture(visitor, ada, show, facts):
    show(ada)
    before = visitor.get("/feed.atom").content
    new_work(ada, "Bare", **facts)
    assert visitor.get("/feed.atom").content == before


def test_a_reader_of_feeds_takes_a_work_whole(visitor, ada, show):
    ada.ai_training = AiTraining.DISALLOWED
    ada.save()
    facts = {"description": "Sand & <b>light</b>.", "alt_text": "A beach", "tags": ["sea", "tide & time"]}
    work = new_work(ada, "Low & high", images=(show(ada, visibility="private"),), **facts)
    (entry,) = parsed(visitor, "/feed.atom").entries
    assert (entry.title, entry.id) == ("Low & high", f"urn:uuid:{work.pk}")
    assert (entry.author_detail.name, entry.author_detail.href) == ("ada", "http://testserver/@ada")
    assert [tag.term for tag in entry.tags] == ["sea", "tide & time"]
    assert entry.rights == "© ada. No use for the training of generative models."
    (content,) = entry.media_content
    assert (content["medium"], content["type"], content["width"]) == ("image", "image/jpeg", "1280")
    assert content["url"].startswith(f"http://testserver/api/artworks/{work.pk}/thumbnail?size=large&")
    assert entry.media_credit[0]["content"] == "ada"
    assert entry.media_rating["content"] == "nonadult"
    assert html.unescape(entry.summary) == "Sand & <b>light</b>."


def test_an_artists_feed_tells_their_works_alone(visitor, ada, ben, show):
    show(ada)
    new_work(ben, "Moonrise")
    new_work(ada, "Low tide")
    feed = parsed(visitor, "/@ada/feed.atom")
    assert [entry.title for entry in feed.entries] == ["Low tide"]
    assert feed.feed.title == "ada"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"alternate": "http://testserver/@ada", "self": "http://testserver/@ada/feed.atom"}


def test_an_artists_feed_has_one_address(visitor, ada):
    answer = visitor.get("/@ADA/feed.atom")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/@ada/feed.atom")
    assert visitor.get("/@nobody/feed.atom").status_code == 404


def test_an_artists_feed_is_the_same_for_whoever_asks(visitor, client_of, ada):
    new_work(ada, "Low tide")
    new_work(ada, "Draft", status="draft")
    assert client_of(ada).get("/@ada/feed.atom").content == visitor.get("/@ada/feed.atom").content


def test_pages_of_an_artist_lead_to_their_feed(read, visitor, ada):
    work = new_work(ada)
    for address in ("/@ada", f"/artworks/{work.pk}"):
        links = read(visitor, address).all("link", type="application/atom+xml")
        assert [link["href"] for link in links] == ["/feed.atom", "/@ada/feed.atom"]


def parsed(visitor, path):
    """As a reader of feeds that others wrote takes it, finding nothing amiss."""
    answer = visitor.get(path)
    feed = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]})
    assert not feed.bozo
    return feed
