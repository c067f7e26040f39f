"""The page of what pages are made of."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from portfolio.styleguide import SAMPLES, SHEETS, icons, samples, tones, whole

pytestmark = pytest.mark.same_on_any_database


@pytest.fixture
def page(read, client_of, mo):
    return read(client_of(mo), "/styleguide")


def test_staff_alone_may_read_it(visitor, client_of, ada):
    assert visitor.get("/styleguide").headers["Location"] == "/login?next=/styleguide"
    refused = client_of(ada).get("/styleguide")
    assert refused.status_code == 403
    assert "You may not do this." in refused.content.decode()


def test_it_is_for_no_search_engine_and_no_cache(page, client_of, mo):
    assert page.meta("robots") == "noindex"
    assert "no-store" in client_of(mo).get("/styleguide").headers["Cache-Control"]


def test_every_sample_stands_there_with_its_markup(page):
    headings = {element["id"] for element in page.all("h2")}
    assert headings >= {name for name, _title in SAMPLES} | {"tones", "icons"}
    shown = "".join(element.text for element in page.all("pre"))
    assert all(sample.markup.split()[-1] in shown for sample in samples())


def test_no_sample_lies_there_unlisted():
    folder = Path(settings.BASE_DIR, "templates/portfolio/styleguide")
    assert {path.stem for path in folder.iterdir()} == {name for name, _title in SAMPLES}


def test_no_two_things_have_one_id(page):
    ids = [element["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_its_fields_are_labelled_and_its_one_heading_is_first(page):
    assert page.one("h1").text == "Style guide"
    labelled = {label["for"] for label in page.all("label")}
    fields = [field for field in page.all("input") if field.attributes.get("type") != "hidden"]
    assert {field["id"] for field in fields} <= labelled


def test_every_class_in_it_is_known_to_a_sheet_that_it_links(page):
    every = [link["href"].removeprefix("/static/") for link in page.all("link", rel="stylesheet")]
    assert set(SHEETS) < set(every)
    css = "".join(Path(settings.BASE_DIR, "static", sheet).read_text() for sheet in every)
    named = {name for element in page.elements for name in element.attributes.get("class", "").split()}
    assert named <= set(re.findall(r"\.([a-z][a-z0-9-]*)", css))


def test_every_text_can_be_read_on_every_ground():
    told = {tone.name: tone for tone in tones()}
    assert {"paper", "wall", "mount", "field", "line", "edge"} <= {name for name in told if not told[name].least}
    assert all(min(tone.least) >= 4.5 for tone in told.values() if tone.least)
    assert len([tone for tone in told.values() if tone.least]) == 5


def test_short_colours_are_read_whole():
    assert (whole("#fff"), whole("#1d1b19")) == ("#ffffff", "#1d1b19")


def test_every_icon_that_a_template_asks_for_is_in_the_sprite():
    used = set()
    for template in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        used |= set(re.findall(r'_icon\.html" with name="([a-z-]+)"', template.read_text()))
    assert used <= set(icons())
