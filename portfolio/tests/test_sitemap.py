"""The site map: its index, its pages, and what is on them."""

from datetime import datetime

import pytest
from lxml import etree

from gallery.models import Artwork, Category, Gallery
from gallery.tests.works import new_work
from portfolio.for_programs import sitemaps
from portfolio.tests.entries import new_exhibition

SITE = "http://testserver"
NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}


@pytest.fixture
def find(visitor):
    """`find("/sitemap.xml", "//map:loc")`: the texts there, read strictly."""

    def get(path: str, where: str = "//map:loc") -> list[str]:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
        root = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))
        return [found.text for found in root.xpath(where, namespaces=NAMES)]

    return get


@pytest.fixture
def filled(ada, show, hang_album):
    """Something in each section."""
    category = Category.objects.create(name="Öl", slug="öl")
    coast = Gallery.objects.create(owner=ada, name="Küste", slug="küste")
    image = show(ada)
    album = hang_album(ada, privacy_setting="public", images=[image])
    work = new_work(ada, gallery=coast, category=category, tags=["sea"])
    new_exhibition(ada)
    return {"image": image, "album": album, "work": work}


def test_the_index_names_a_page_of_each_section(find, filled):
    names = ["pages", "artists", "galleries", "artworks", "images", "albums", "exhibitions", "categories", "tags"]
    assert find("/sitemap.xml") == [f"{SITE}/sitemaps/{name}-1.xml" for name in names]


def test_every_page_that_is_named_is_there_and_so_is_every_address_on_it(find, visitor, filled):
    for page in find("/sitemap.xml"):
        addresses = find(page.removeprefix(SITE))
        assert addresses
        for address in addresses:
            assert address.isascii()
            assert visitor.get(address).status_code == 200, address


def test_empty_sections_are_not_named_and_not_there(find, visitor, db):
    assert find("/sitemap.xml") == [f"{SITE}/sitemaps/pages-1.xml"]
    assert visitor.get("/sitemaps/artworks-1.xml").status_code == 404


@pytest.mark.parametrize(
    "name", ["pages-2", "artists-2", "people-1", "artists-0", "artists", "artists-01", "artists-100000"]
)
def test_there_is_no_other_page(visitor, filled, name):
    assert visitor.get(f"/sitemaps/{name}.xml").status_code == 404


def test_a_work_tells_when_it_changed_and_its_pictures(find, ada, show):
    images = [show(ada, visibility="private") for _ in range(2)]
    work = new_work(ada, images=tuple(images))
    page = "/sitemaps/artworks-1.xml"
    assert find(page) == [f"{SITE}/artworks/{work.pk}"]
    (changed,) = find(page, "//map:lastmod")
    assert datetime.fromisoformat(changed) == Artwork.objects.get().updated_at.replace(microsecond=0)
    pictures = [f"{SITE}/api/artworks/{work.pk}/image?image={image.pk}" for image in images]
    assert find(page, "//image:image/image:loc") == pictures


def test_of_a_work_with_many_views_the_first_are_told(find, ada, show, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_VIEWS", 2)
    new_work(ada, images=tuple(show(ada) for _ in range(3)))
    assert len(find("/sitemaps/artworks-1.xml", "//image:loc")) == 2


def test_a_mature_work_is_told_without_its_picture(find, ada):
    new_work(ada, is_mature=True)
    assert len(find("/sitemaps/artworks-1.xml")) == 1
    assert find("/sitemaps/artworks-1.xml", "//image:loc") == []


def test_a_picture_is_told_with_its_large_copy(find, filled):
    address = f"{SITE}/api/images/{filled['image'].pk}/thumbnail?size=large"
    assert find("/sitemaps/images-1.xml", "//image:loc") == [address]


@pytest.mark.parametrize("section", ["artworks", "images", "albums", "galleries", "exhibitions"])
def test_things_stand_on_as_many_pages_as_they_fill_the_oldest_first(find, ada, show, hang_album, monkeypatch, section):
    monkeypatch.setattr(sitemaps, "ON_A_PAGE", 2)
    for number in range(3):
        coast = Gallery.objects.create(owner=ada, name=f"Coast {number}", slug=f"coast-{number}")
        hang_album(ada, f"Coast {number}", privacy_setting="public", images=[show(ada)])
        new_work(ada, gallery=coast)
        new_exhibition(ada)
    pages = [page for page in find("/sitemap.xml") if f"/{section}-" in page]
    assert pages == [f"{SITE}/sitemaps/{section}-{number}.xml" for number in (1, 2)]
    before = [find(page.removeprefix(SITE)) for page in pages]
    assert [len(addresses) for addresses in before] == [2, 1]
    new_work(ada, images=(show(ada),), gallery=Gallery.objects.create(owner=ada, name="New", slug="new"))
    hang_album(ada, "New", privacy_setting="public")
    new_exhibition(ada)
    after = [find(page.removeprefix(SITE)) for page in pages]
    assert after[0] == before[0]
    assert after[1][:1] == before[1]


def test_what_is_hidden_is_in_no_section(find, ada, show, hang_album):
    before = find("/sitemap.xml")
    show(ada, visibility="private")
    hang_album(ada)
    for number, visibility in enumerate(("private", "unlisted")):
        Gallery.objects.create(owner=ada, name="Coast", slug=f"coast-{number}", visibility=visibility)
    new_work(ada, status="draft", tags=["secret"])
    Category.objects.create(name="Mine", slug="mine", status="proposed", proposed_by=ada)
    new_exhibition(ada, status="draft")
    new_exhibition(ada, is_hidden=True)
    assert find("/sitemap.xml") == before


def test_who_is_shut_out_is_not_told_of_nor_are_their_rooms(find, ada, filled):
    ada.is_active = False
    ada.save()
    assert not [
        page for page in find("/sitemap.xml") if any(name in page for name in ("artists", "galleries", "exhib"))
    ]


def test_it_is_the_same_for_whoever_asks_and_caches_may_keep_it(visitor, client_of, ada, filled):
    new_work(ada, status="draft")
    for path in ("/sitemap.xml", "/sitemaps/artworks-1.xml"):
        answer = visitor.get(path)
        assert client_of(ada).get(path).content == answer.content
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert visitor.get(path, headers={"if-none-match": answer.headers["ETag"]}).status_code == 304
