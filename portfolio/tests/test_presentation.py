"""An artist's works, or those of a gallery, full screen one by one."""

import pytest

from gallery.models import Artwork, Gallery
from gallery.tests.works import new_work
from portfolio.views import presentation

PATHS = ["/@ada/present", "/@ada/galleries/coast/present"]


@pytest.fixture
def adas_works(ada, show):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    facts = {"Draft": {"status": "draft"}, "Mature": {"is_mature": True}}
    titles = ("First", "Second", "Draft", "Mature")
    return {title: new_work(ada, title, gallery=coast, images=(show(ada),), **facts.get(title, {})) for title in titles}


def titles_on(page) -> list[str]:
    return [span.text for span in page.all("span", **{"class": "title"})]


@pytest.mark.parametrize(("path", "titles"), [(PATHS[0], ["Second", "First"]), (PATHS[1], ["First", "Second"])])
def test_the_portfolio_is_shown_newest_first_and_a_gallery_in_its_order(read, visitor, adas_works, path, titles):
    page = read(visitor, path)
    assert titles_on(page) == titles
    assert [item["id"] for item in page.all("li")] == [str(adas_works[title].pk) for title in titles]
    assert len(page.all("figure")) == 2


@pytest.mark.parametrize(
    ("path", "titles"),
    [(PATHS[0], ["First", "Mature", "Second"]), (PATHS[1], ["Draft", "First", "Mature", "Second"])],
)
def test_its_artist_sees_their_mature_works_too_and_in_a_gallery_what_they_hung_there(
    read, client_of, ada, adas_works, path, titles
):
    assert sorted(titles_on(read(client_of(ada), path))) == titles


@pytest.mark.parametrize("path", PATHS)
def test_nobody_else_is_shown_a_mature_work_unasked(read, client_of, cyn, adas_works, path):
    assert sorted(titles_on(read(client_of(cyn), path))) == ["First", "Second"]


@pytest.mark.parametrize(
    ("path", "heading", "leads"),
    [(PATHS[0], "Works by ada, one by one", "/@ada"), (PATHS[1], "Coast, one by one", "/@ada/galleries/coast")],
)
def test_it_leads_back_to_the_page_that_it_shows_and_stands_in_no_index(
    read, visitor, adas_works, path, heading, leads
):
    page = read(visitor, path)
    assert page.one("h1").text == heading
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{leads}"
    assert page.meta("robots") == "noindex"
    assert page.one("a", href=leads)["aria-label"] == "Leave the presentation"
    assert not page.all("header")


def test_the_first_picture_is_loaded_at_once_and_the_others_as_they_come(read, visitor, adas_works):
    first, second = read(visitor, PATHS[0]).all("img")
    assert "loading" not in first.attributes
    assert second["loading"] == "lazy"
    assert first["sizes"] == "min(100vw, 150.1svh)"


@pytest.mark.parametrize(("visibility", "status"), [("public", 200), ("unlisted", 200), ("private", 404)])
def test_a_gallery_is_presented_to_whoever_may_open_it(visitor, client_of, ada, adas_works, visibility, status):
    Gallery.objects.update(visibility=visibility)
    assert visitor.get(PATHS[1]).status_code == status
    assert client_of(ada).get(PATHS[1]).status_code == 200


@pytest.mark.parametrize("path", ["/@nobody/present", "/@ada/galleries/none/present"])
def test_what_is_not_there_is_not_found(visitor, ada, path):
    assert visitor.get(path).status_code == 404


def test_who_is_shut_out_is_not_presented(visitor, ada, adas_works):
    ada.is_active = False
    ada.save()
    assert [visitor.get(path).status_code for path in PATHS] == [404, 404]


def test_a_name_in_another_case_leads_to_the_one_address(visitor, ada):
    answer = visitor.get("/@ADA/present")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/@ada/present")


@pytest.mark.parametrize("path", PATHS)
def test_where_nothing_hangs_the_page_says_so_and_leads_back(read, visitor, ada, path):
    Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    page = read(visitor, path)
    assert "No work hangs here yet." in page.text
    assert page.one("a", **{"aria-label": "Leave the presentation"})


def test_it_counts_no_look(visitor, adas_works):
    for path in PATHS:
        visitor.get(path)
    assert not Artwork.objects.filter(view_count__gt=0).exists()
    assert Gallery.objects.get().view_count == 0


def test_there_is_an_end_to_it(read, visitor, adas_works, monkeypatch):
    monkeypatch.setattr(presentation, "AT_MOST", 1)
    assert titles_on(read(visitor, PATHS[0])) == ["Second"]


@pytest.mark.parametrize(("path", "queries"), [(PATHS[0], 3), (PATHS[1], 4)])
@pytest.mark.parametrize("more", [0, 3])
def test_it_costs_the_same_number_of_queries_however_much_hangs_there(
    django_assert_num_queries, visitor, ada, adas_works, show, path, queries, more
):
    for _ in range(more):
        new_work(ada, gallery=Gallery.objects.get(), images=(show(ada), show(ada)), tags=["sea"])
    with django_assert_num_queries(queries):
        visitor.get(path)


@pytest.mark.parametrize("path", PATHS)
def test_a_title_is_told_as_text(visitor, ada, adas_works, path):
    Artwork.objects.update(title='<script>"&', alt_text='" onload="x')
    body = visitor.get(path).content.decode()
    assert "&lt;script&gt;&quot;&amp;" in body
    assert '" onload' not in body
