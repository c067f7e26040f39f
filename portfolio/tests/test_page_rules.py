"""What holds for every page."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

from gallery.models import Gallery
from gallery.tests.works import new_work

PAGES = ["/", "/register", "/login", "/reset", "/images/", "/albums/", "/artworks/", "/@ada", "/@ada/galleries/coast"]


@pytest.fixture(params=PAGES)
def address(request, ada, show, hang_album) -> str:
    image = show(ada)
    album = hang_album(ada, privacy_setting="public", images=[image])
    hang_album(ada, "Below", parent=album, privacy_setting="public", images=[image])
    gallery = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    work = new_work(ada, images=(image,), gallery=gallery, tags=["sea"], medium="Oil", price=500, currency="EUR")
    ids = {"/images/": image.pk, "/albums/": album.pk, "/artworks/": work.pk}
    return f"{request.param}{ids.get(request.param, '')}"


@pytest.fixture
def page(read, visitor, address):
    return read(visitor, address)


def test_it_has_a_language_one_heading_one_main_and_a_title(page):
    assert page.one("html")["lang"] == "en"
    assert page.one("h1").text
    assert page.one("main")["id"] == page.one("a", **{"class": "skip"})["href"].lstrip("#")
    assert page.one("title").text


def test_its_canonical_address_is_without_query(read, visitor, address):
    page = read(visitor, f"{address}?next=/x")
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{address}"


def test_every_field_has_a_label_and_says_what_completes_it(page):
    labelled = {label["for"] for label in page.all("label")}
    fields = [field for field in page.all("input") if field["type"] != "hidden"]
    assert {field["id"] for field in fields} <= labelled
    assert all("autocomplete" in field.attributes for field in fields)


def test_every_image_has_words_and_room(page):
    assert all({"alt", "width", "height"} <= image.attributes.keys() for image in page.all("img"))


def test_nothing_in_it_needs_what_the_policy_forbids(page):
    assert not page.all("style")
    assert all(script["type"] == "application/ld+json" or is_module(script) for script in page.all("script"))
    assert not [element for element in page.elements if "style" in element.attributes]
    assert not [name for element in page.elements for name in element.attributes if name.startswith("on")]


def is_module(script) -> bool:
    return script["type"] == "module" and script["src"].startswith("/static/js/") and not script.text


def test_nothing_comes_from_elsewhere(page):
    sources = [element.attributes.get("src") or "" for element in page.elements]
    sources += [link["href"] for link in page.all("link") if link["rel"] != "canonical"]
    assert all(source.startswith(("/", "data:image/")) or not source for source in sources)


def test_every_class_that_a_page_names_is_one_that_the_style_sheet_knows(page):
    css = "".join(sheet.read_text() for sheet in Path(settings.BASE_DIR, "static/css").glob("*.css"))
    named = {name for element in page.elements for name in element.attributes.get("class", "").split()}
    assert named <= set(re.findall(r"\.([a-z][a-z-]*)", css))


def test_headings_step_down_one_at_a_time(page):
    levels = [int(element.name[1]) for element in page.elements if re.fullmatch("h[1-6]", element.name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
