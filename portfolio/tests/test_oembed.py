"""What other sites embed (oembed.com, 1.0)."""

import xml.etree.ElementTree as ET
from urllib.parse import quote

import pytest

from gallery.models import Gallery
from gallery.tests.works import new_work

SITE = "http://testserver"


@pytest.fixture
def ask(visitor):
    """`ask("/@ada")`: what anyone is told of the page at this path, of which the test has said that it is."""

    def get(path: str, client=visitor, **query) -> dict:
        answer = client.get("/oembed", {"url": f"{SITE}{path}", **query})
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"] == "application/json"
        return answer.json()

    return get


@pytest.fixture
def status(visitor):
    """`status("/@ada")`: of the answer."""
    return lambda path, **query: visitor.get("/oembed", {"url": f"{SITE}{path}", **query}).status_code


def test_a_work_is_a_photo_by_its_artist(ask, ada, show):
    work = new_work(ada, "Low tide", images=(show(ada, visibility="private"),))
    told = ask(f"/artworks/{work.pk}")
    assert {name: told[name] for name in ("version", "type", "title", "author_name", "author_url")} == {
        "version": "1.0",
        "type": "photo",
        "title": "Low tide",
        "author_name": "ada",
        "author_url": f"{SITE}/@ada",
    }
    assert (told["provider_name"], told["provider_url"], told["cache_age"]) == ("Atelier", f"{SITE}/", 300)
    assert told["url"].startswith(f"{SITE}/api/artworks/{work.pk}/thumbnail?size=large&")
    assert told["url"].endswith("&format=jpeg")
    assert (told["width"], told["height"]) == (1280, 853)
    assert (told["thumbnail_width"], told["thumbnail_height"]) == (640, 427)


def test_a_picture_is_a_photo_too(ask, ada, show):
    image = show(ada, title="")
    told = ask(f"/images/{image.pk}")
    assert (told["type"], told["title"], told["width"]) == ("photo", "Untitled", 2048)
    assert told["thumbnail_url"] == f"{SITE}/api/images/{image.pk}/thumbnail?size=medium&format=jpeg"


def test_a_picture_that_a_work_shows_is_told_as_the_work(ask, ada, show):
    image = show(ada, visibility="private")
    new_work(ada, "Low tide", images=(image,))
    assert ask(f"/images/{image.pk}")["title"] == "Low tide"


@pytest.mark.parametrize(
    ("bounds", "size"),
    [
        ({"maxwidth": 1280}, (1280, 853)),
        ({"maxwidth": 1279}, (640, 427)),
        ({"maxheight": 427}, (640, 427)),
        ({"maxwidth": 2000, "maxheight": 300}, (320, 213)),
        ({"maxwidth": 320, "maxheight": 213}, (320, 213)),
        ({"maxwidth": 999999}, (2048, 1365)),
        ({"maxwidth": ""}, (2048, 1365)),
    ],
)
def test_a_photo_is_the_largest_within_the_bounds(ask, ada, show, bounds, size):
    told = ask(f"/images/{show(ada).pk}", **bounds)
    assert (told["width"], told["height"]) == size
    assert told["thumbnail_width"] <= told["width"]


@pytest.mark.parametrize("bounds", [{"maxwidth": 319}, {"maxheight": 212}, {"maxwidth": 1}])
def test_what_no_copy_fits_is_a_link_without_picture(ask, ada, show, bounds):
    told = ask(f"/images/{show(ada).pk}", **bounds)
    assert told["type"] == "link"
    assert not {"url", "thumbnail_url"} & told.keys()


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "x", "1e3", "٣", "9999999"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_a_bound_is_a_positive_whole_number(status, ada, name, value):
    assert status("/@ada", **{name: value}) == 400


@pytest.fixture
def rooms(ada, show, hang_album):
    coast = Gallery.objects.create(owner=ada, name="Küste", slug="küste")
    new_work(ada, "Low tide", gallery=coast, images=(show(ada),))
    album = hang_album(ada, "Strand", privacy_setting="public", images=[show(ada)])
    return {"ada": "/@ada", "Küste": f"/@ada/galleries/{quote('küste')}", "Strand": f"/albums/{album.pk}"}


@pytest.mark.parametrize("name", ["ada", "Küste", "Strand"])
def test_a_room_is_a_link_with_its_first_picture(ask, rooms, name):
    told = ask(rooms[name])
    assert (told["type"], told["title"], told["author_name"]) == ("link", name, "ada")
    assert told["thumbnail_url"].startswith(f"{SITE}/api/")
    assert "url" not in told


@pytest.mark.parametrize("name", ["ada", "Küste", "Strand"])
def test_a_page_says_where_it_is_told_of(read, visitor, rooms, name):
    page = read(visitor, rooms[name])
    for kind, types in (("json", "application/json+oembed"), ("xml", "text/xml+oembed")):
        address = page.one("link", rel="alternate", type=types)["href"]
        assert address.startswith(f"{SITE}/oembed?url=")
        answer = visitor.get(address)
        assert answer.headers["Content-Type"].startswith({"json": "application/json", "xml": "text/xml"}[kind])
        assert name in answer.content.decode() or name in answer.json()["title"]


def test_as_xml_it_says_the_same(ask, visitor, ada):
    path = f"/artworks/{new_work(ada, 'Low & high').pk}"
    answer = visitor.get("/oembed", {"url": SITE + path, "format": "xml"})
    root = ET.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {name: str(value) for name, value in ask(path).items()}


@pytest.mark.parametrize("kind", ["yaml", "JSON", "html"])
def test_another_format_is_not_implemented(status, ada, kind):
    assert status("/@ada", format=kind) == 501


@pytest.mark.parametrize(
    "url",
    ["", "/@ada", "https://example.org/@ada", "http://testserver.example.org/@ada", "http://x@testserver/@ada",
     "javascript://testserver/@ada", "ftp://testserver/@ada", "http://[testserver/@ada", "//testserver/@ada"],
)  # fmt: skip
def test_an_address_that_is_not_of_this_site_is_a_bad_request(visitor, ada, url):
    assert visitor.get("/oembed", {"url": url}).status_code == 400


def test_either_scheme_is_ours(visitor, ada):
    assert visitor.get("/oembed", {"url": "https://TESTSERVER/@ada"}).json()["title"] == "ada"


@pytest.mark.parametrize(
    "path", ["", "/", "/login", "/nowhere", "/api/artists/ada", "/@nobody", "/@a%00b", "/@ada/galleries/%00"]
)
def test_there_is_nothing_to_embed_of_other_pages(status, ada, path):
    assert status(path) == 404


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_hidden_work_and_an_absent_one_are_answered_alike_even_to_its_artist(client_of, visitor, ada, hidden):
    there = new_work(ada, **hidden).pk
    absent = str(there)[:-4] + "0000"
    for client in (visitor, client_of(ada)):
        answers = [client.get("/oembed", {"url": f"{SITE}/artworks/{pk}"}) for pk in (there, absent)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].content.replace(str(there).encode(), b"") == answers[1].content.replace(absent.encode(), b"")


@pytest.mark.parametrize("visibility", ["private", "unlisted"])
def test_a_gallery_in_no_list_is_not_told_of(status, ada, visibility):
    Gallery.objects.create(owner=ada, name="Coast", slug="coast", visibility=visibility)
    assert status("/@ada/galleries/coast") == 404


def test_private_pictures_and_albums_are_not_told_of(status, ada, show, hang_album):
    image = show(ada, visibility="private")
    album = hang_album(ada, privacy_setting="shared", images=[image])
    assert (status(f"/images/{image.pk}"), status(f"/albums/{album.pk}")) == (404, 404)


def test_a_mature_work_is_told_without_its_picture_and_stands_for_no_room(ask, ada):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    work = new_work(ada, "Bare", gallery=coast, is_mature=True)
    for path in (f"/artworks/{work.pk}", "/@ada", "/@ada/galleries/coast"):
        told = ask(path)
        assert told["type"] == "link"
        assert not {"url", "thumbnail_url"} & told.keys()


def test_who_is_shut_out_is_not_told_of(status, ada):
    ada.is_active = False
    ada.save()
    assert status("/@ada") == 404


def test_no_copy_is_larger_than_the_artist_allows_be_it_theirs_who_asks(ask, client_of, ada, show):
    ada.artist.public_image_size = "small"
    ada.artist.save()
    work = new_work(ada, images=(show(ada, visibility="private"),))
    assert ask(f"/artworks/{work.pk}", client=client_of(ada))["width"] == 320


def test_any_site_may_read_it_and_caches_may_keep_it(visitor, ada):
    answer = visitor.get("/oembed", {"url": f"{SITE}/@ada"}, headers={"origin": "https://example.org"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    known = {"if-none-match": answer.headers["ETag"]}
    assert visitor.get("/oembed", {"url": f"{SITE}/@ada"}, headers=known).status_code == 304
