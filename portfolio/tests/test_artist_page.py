"""An artist's portfolio and the galleries in it, as pages."""

import pytest

from gallery.models import Gallery
from gallery.tests.works import new_work


@pytest.fixture
def adas_works(ada, show):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast", description="All of it")
    shown = [new_work(ada, title, gallery=coast, images=(show(ada),)) for title in ("First", "Second")]
    return [*shown, new_work(ada, "Hidden", gallery=coast, images=(show(ada),), status="draft")]


def test_a_portfolio_shows_who_they_are_their_galleries_and_works_newest_first(read, visitor, ada, adas_works):
    ada.artist.bio, ada.artist.social_links = "Paints the sea.", {"Shop": "https://example.org/ada"}
    ada.artist.save()
    page = read(visitor, "/@ada")
    assert page.one("h1").text == "ada"
    assert "Paints the sea." in page.text
    assert page.one("a", href="https://example.org/ada")["rel"].split() == ["nofollow", "ugc", "noopener", "me"]
    assert "2 works" in page.one("a", href="/@ada/galleries/coast").text
    assert [span.text for span in page.all("span", **{"class": "title"})] == ["Coast", "Second", "First"]


@pytest.mark.parametrize("path", ["/@ada", "/@ada/galleries/coast", "/explore"])
def test_on_every_wall_the_artist_is_told_which_of_their_works_nobody_else_sees(read, client_of, ada, adas_works, path):
    captions = [caption.text for caption in read(client_of(ada), path).all("figcaption")]
    told = [caption for caption in captions if "Only you see this work." in caption]
    assert told
    assert all(caption.startswith("Hidden ") for caption in told)


def test_the_artist_sees_their_hidden_works_too(read, client_of, ada, adas_works):
    assert "Hidden" in read(client_of(ada), "/@ada").text
    assert "Hidden" in read(client_of(ada), "/@ada/galleries/coast").text


def test_a_name_in_another_case_leads_to_the_one_address(visitor, ada):
    answer = visitor.get("/@ADA")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/@ada")


@pytest.mark.parametrize(
    "path", ["/@nobody", "/@ada@example.org", "/@ada/galleries/none", "/@ada?page=2", "/@ada?page=x"]
)
def test_what_is_not_there_is_not_found(visitor, ada, path):
    assert visitor.get(path).status_code == 404


def test_who_is_shut_out_is_not_found(visitor, ada, adas_works):
    ada.is_active = False
    ada.save()
    assert visitor.get("/@ada").status_code == 404
    assert visitor.get("/@ada/galleries/coast").status_code == 404


def test_contact_is_told_where_the_artist_wants_it(read, visitor, client_of, ada):
    ada.artist.contact_info = "write to ada"
    ada.artist.save()
    assert "write to ada" not in read(visitor, "/@ada").text
    ada.artist.show_contact = True
    ada.artist.save()
    assert "write to ada" in read(visitor, "/@ada").text


def test_a_gallery_shows_its_works_in_its_order_and_counts_a_look(read, visitor, ada, adas_works):
    page = read(visitor, "/@ada/galleries/coast")
    assert page.one("h1").text == "Coast"
    assert [span.text for span in page.all("span", **{"class": "title"})] == ["First", "Second"]
    assert Gallery.objects.get(slug="coast").view_count == 1


@pytest.mark.parametrize(
    ("visibility", "status", "robots"), [("public", 200, 0), ("unlisted", 200, 1), ("private", 404, None)]
)
def test_who_opens_a_gallery_by_its_address(read, visitor, client_of, ada, adas_works, visibility, status, robots):
    Gallery.objects.update(visibility=visibility)
    page = read(visitor, "/@ada/galleries/coast", status=status)
    assert robots is None or len(page.all("meta", name="robots")) == robots
    assert ("Coast" in read(visitor, "/@ada").text) == (visibility == "public")
    read(client_of(ada), "/@ada/galleries/coast")


@pytest.mark.parametrize("path", ["/@ada", "/@ada/galleries/coast"])
def test_a_page_costs_the_same_number_of_queries_however_much_hangs_there(
    django_assert_max_num_queries, visitor, ada, adas_works, show, path
):
    visitor.get(path)
    for _ in range(8):
        new_work(ada, gallery=Gallery.objects.get(), images=(show(ada), show(ada)), tags=["sea"])
    with django_assert_max_num_queries(15):
        visitor.get(path)
