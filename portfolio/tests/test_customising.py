"""The page where artists choose the look of their portfolio, and the preview of what they have not saved."""

import pytest
from rest_framework.test import APIClient

from gallery.tests.works import new_work
from portfolio.models import Portfolio

FORM = {
    "theme": "salon",
    "layout": "grid",
    "typeface": "slab",
    "accent": "#FC0",
    "cover": "",
    "sections": ["about", "works", "featured"],
    "place_works": 1,
    "place_about": 2,
    "place_featured": 3,
}
STUDIO, PREVIEW = "/studio/portfolio", "/studio/portfolio/preview"


@pytest.fixture
def adas(client_of, ada) -> APIClient:
    return client_of(ada)


def send(client, path=STUDIO, **changes):
    return client.post(path, FORM | changes, format="multipart")


def errors_in(read_page) -> list[str]:
    return [item.text for item in read_page.all("ul", **{"class": "errors"})]


@pytest.mark.parametrize("path", [STUDIO, PREVIEW, "/studio/portfolio/look.css?accent=%23336699"])
def test_a_visitor_signs_in_first(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/login?next=/studio/portfolio")


def test_every_choice_is_saved_and_the_page_stays(read, adas, ada):
    cover = new_work(ada)
    answer = send(adas, cover=str(cover.pk))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/studio/portfolio?saved")
    kept = Portfolio.objects.get(artist=ada)
    assert (kept.theme, kept.layout, kept.typeface, kept.accent) == ("salon", "grid", "slab", "#ffcc00")
    assert (kept.sections, kept.cover_id) == (["works", "about", "featured"], cover.pk)
    page = read(adas, "/studio/portfolio?saved")
    assert "Saved." in page.text
    checked = {field["id"] for field in page.all("input") if "checked" in field.attributes}
    assert {"theme-salon", "layout-grid", "typeface-slab", f"cover-{cover.pk}", "section-works"} <= checked
    assert "section-contact" not in checked


def test_what_is_wrong_is_told_beside_the_field_and_what_was_typed_is_kept(adas, ada):
    answer = send(adas, accent="#222222")
    html = answer.content.decode()
    assert "The nearest tone that can be read is" in html
    assert 'value="#222222"' in html
    assert 'aria-invalid="true" autofocus' in html
    assert not Portfolio.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [{"theme": "sea"}, {"layout": ""}, {"accent": "red"}, {"cover": "x"}, {"sections": ["shop"]}, {"place_works": "x"}],
)
def test_what_cannot_be_is_refused_and_nothing_changes(adas, bad):
    answer = send(adas, **bad)
    assert answer.status_code == 200
    assert 'class="errors"' in answer.content.decode()
    assert not Portfolio.objects.exists()


def test_anothers_work_is_no_cover(adas, ben):
    assert 'class="errors"' in send(adas, cover=str(new_work(ben).pk)).content.decode()
    assert not Portfolio.objects.exists()


def test_the_cover_is_picked_from_the_newest_and_stays_among_them(read, adas, ada):
    oldest, *_others = [new_work(ada, f"Work {number}") for number in range(26)]
    covers = [field["value"] for field in read(adas, STUDIO).all("input", name="cover")]
    assert len(covers) == 25
    assert str(oldest.pk) not in covers
    Portfolio.objects.create(artist=ada, cover=oldest)
    assert str(oldest.pk) in [field["value"] for field in read(adas, STUDIO).all("input", name="cover")]


def test_the_form_is_refused_without_its_token(ada):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(ada)
    assert send(client).status_code == 403


def test_the_preview_shows_what_is_sent_over_what_stands_and_keeps_nothing(read, adas, ada):
    Portfolio.objects.create(artist=ada, theme="modern", typeface="mono", accent="#336699")
    page = read(adas, f"{PREVIEW}?theme=classic")
    assert (page.one("html")["data-theme"], page.one("html")["data-typeface"]) == ("classic", "mono")
    assert page.one("link", href="/studio/portfolio/look.css?accent=%23336699")
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert Portfolio.objects.get().theme == "modern"


def test_the_preview_tells_what_cannot_be_and_shows_that_as_it_stands(read, adas, ada):
    Portfolio.objects.create(artist=ada, theme="modern")
    page = read(adas, f"{PREVIEW}?theme=sea&accent=%23fff&layout=grid&cover=1")
    assert page.one("html")["data-theme"] == "modern"
    refusals = page.one("div", **{"class": "refusals"}).text
    assert all(label in refusals for label in ("Theme", "Cover"))
    assert "look.css" not in page.html


def test_the_preview_leaves_sections_out_only_where_the_whole_form_was_sent(read, adas, ada):
    assert "Works" in [heading.text for heading in read(adas, f"{PREVIEW}?layout=grid").all("h2")]
    assert read(adas, f"{PREVIEW}?place_works=1").all("h2") == []


def test_the_preview_alone_may_be_framed_and_by_this_site_alone(adas, ada):
    framed, page = adas.get(PREVIEW), adas.get(STUDIO)
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert "no-store" in framed.headers["Cache-Control"]


def test_the_preview_takes_the_form_as_it_is_sent_without_script(adas, ada):
    answer = send(adas, PREVIEW)
    assert 'data-theme="salon"' in answer.content.decode()
    assert not Portfolio.objects.exists()


@pytest.mark.parametrize(("accent", "status"), [("%23ffcc00", 200), ("%23fff;}", 404), ("red", 404), ("", 404)])
def test_the_style_sheet_of_an_accent_takes_colours_alone(adas, accent, status):
    assert adas.get(f"/studio/portfolio/look.css?accent={accent}").status_code == status


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_the_same_queries_however_many_works_there_are(django_assert_num_queries, adas, ada, number):
    for _ in range(number):
        new_work(ada)
    adas.get(STUDIO)
    with django_assert_num_queries(5):
        adas.get(STUDIO)
