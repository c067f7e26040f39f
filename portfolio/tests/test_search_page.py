"""The search page: what is found, as people see it."""

import pytest

from gallery.models import Artwork, Gallery
from gallery.search import finding
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.tests.artists import own_portrait
from portfolio.tests.test_search_narrowing import links


def titles(page):
    return [heading.text for heading in page.all("h3")]


def kinds(page):
    return [paragraph.text for paragraph in page.all("p", **{"class": "kind"})]


def test_all_kinds_are_found_each_with_its_name_and_its_way(read, visitor, client_of, ada, hang_album):
    image = new_image(ada, "Shore picture")
    album = hang_album(ada, "Shore album", privacy_setting="public", images=[image])
    room = client_of(ada).post("/api/galleries", {"name": "Shore room"}).json()
    work = new_work(ada, "Shore work")
    client_of(ada).put("/api/artists/ada", {"artist_name": "Ada Shore"})
    page = read(visitor, "/search?query=title:shore")
    ways = {heading.text: link["href"] for heading, link in zip(page.all("h3"), results(page), strict=True)}
    assert ways == {
        "Shore picture": f"/images/{image.pk}",
        "Shore album": f"/albums/{album.pk}",
        "Shore room": f"/@ada/galleries/{room['slug']}",
        "Shore work": f"/artworks/{work.pk}",
        "Ada Shore": "/@ada",
    }
    assert sorted(kinds(page)) == ["Album", "Artist", "Gallery", "Picture", "Work"]


def results(page):
    """The links of results: those that stand in a heading."""
    headings = [place for place, element in enumerate(page.elements) if element.name == "h3"]
    return [page.elements[place + 1] for place in headings]


def test_it_finds_what_the_api_finds_in_its_order(read, visitor, ada):
    for title in ("Sea and sky", "Sea", "A long way to the sea", "Land"):
        new_work(ada, title)
    told = visitor.get("/api/search?query=sea").json()["results"]
    assert titles(read(visitor, "/search?query=sea")) == [result["item"]["title"] for result in told]


def test_the_words_that_were_found_are_marked_in_the_title(read, visitor, ada):
    new_work(ada, "Low tide off Nazaré")
    page = read(visitor, "/search?query=nazare")
    assert page.one("mark").text == "Nazaré"
    assert titles(page) == ["Low tide off Nazaré"]
    assert not page.all("p", **{"class": "highlight"})


def test_elsewhere_they_are_marked_beneath_it(read, visitor, ada):
    new_work(ada, "Untouched", description="Painted at low tide.")
    page = read(visitor, "/search?query=tide")
    assert page.one("p", **{"class": "highlight"}).text == "Painted at low tide."
    assert page.one("mark").text == "tide"


def test_works_alone_hang_on_a_wall(read, visitor, ada):
    work = new_work(ada, "Sea", description="sea")
    page = read(visitor, "/search?query=sea&type=artwork")
    assert page.one("a", **{"class": "picture"})["href"] == f"/artworks/{work.pk}"
    assert not page.all("ol", **{"class": "results"})


def test_pictures_alone_hang_on_a_wall_in_their_order(read, visitor, ada):
    images = [new_image(ada, title) for title in ("A sea of words", "Sea")]
    page = read(visitor, "/search?query=sea&type=image")
    assert [link["href"] for link in page.all("a", **{"class": "picture"})] == [
        f"/images/{image.pk}" for image in reversed(images)
    ]


def test_a_mature_work_is_veiled(read, visitor, ada):
    new_work(ada, "Sea", is_mature=True)
    for address in ("/search?query=sea", "/search?query=sea&type=artwork"):
        page = read(visitor, address)
        assert not page.all("img")
        assert page.one("span", **{"class": "veil"}).text


def test_an_artist_stands_there_with_their_portrait(read, visitor, client_of, ada):
    own_portrait(client_of(ada))
    source = read(visitor, "/search?type=artist").one("img")["src"]
    assert source.startswith(f"/api/artists/{ada.pk}/portrait?v=")
    assert visitor.get(source).status_code == 200


def test_without_one_with_their_first_work_that_is_for_all(read, visitor, ada):
    new_work(ada, "Veiled", is_mature=True)
    work = new_work(ada, "Shown")
    Artwork.objects.filter(title="Veiled").update(popularity=9)
    assert f"/api/artworks/{work.pk}/" in read(visitor, "/search?type=artist").one("img")["src"]


def test_and_without_any_with_their_initials(read, visitor, ada):
    ada.artist.artist_name = "Ada de la Mare"
    ada.artist.save()
    assert read(visitor, "/search?type=artist").one("span", **{"class": "portrait initials"}).text == "AM"


@pytest.mark.parametrize(("found", "words"), [(1, "1 result"), (3, "3 results")])
def test_it_says_how_many_there_are(read, visitor, ada, found, words):
    for _ in range(found):
        new_work(ada, "Sea")
    assert read(visitor, "/search?query=sea").one("p", **{"class": "tally"}).text == words


def test_more_than_are_looked_at_are_told_as_more(read, visitor, ada, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    for _ in range(3):
        new_work(ada, "Sea")
    assert read(visitor, "/search?query=sea").one("p", **{"class": "tally"}).text.startswith("More than")


def test_pages_lead_to_each_other_and_keep_what_was_asked(read, visitor, ada):
    for number in range(26):
        new_image(ada, f"Sea {number}")
    first = read(visitor, "/search?page=1&query=sea&type=image,album")
    assert len(titles(first)) == 24
    address = first.one("a", rel="next")["href"]
    assert address == "/search?query=sea&type=image%2Calbum&page=2"
    second = read(visitor, address)
    assert len(titles(second)) == 2
    assert second.one("a", rel="prev")["href"] == "/search?query=sea&type=image%2Calbum"


@pytest.mark.parametrize("page", ["0", "2", "-1", "many", "9" * 30, "²"])
def test_a_page_that_there_is_not_is_not_found(visitor, ada, page):
    assert visitor.get("/search", {"query": "ada", "page": page}).status_code == 404


def test_results_are_for_no_index_and_their_address_has_one_form(read, visitor, ada):
    page = read(visitor, "/search?page=1&next=/x&tags=&type=artist&query=+ada+")
    assert page.meta("robots") == "noindex, follow"
    assert page.one("link", rel="canonical")["href"] == "http://testserver/search?query=ada&type=artist"
    assert not read(visitor, "/search").all("meta", name="robots")


@pytest.mark.parametrize("address", ["/search", "/search?ordering=-date", "/search?query=+++"])
def test_before_anything_is_asked_there_are_ways_to_begin(read, visitor, ada, address):
    new_work(ada, "Sea", tags=["low tide"], medium="Oil on linen")
    new_work(ada, "Hidden", tags=["secret"], medium="Secret ink", status="draft")
    page = read(visitor, address)
    assert {"/tags/low-tide", "/search?type=artwork&medium=Oil+on+linen"} <= set(links(page))
    assert "ecret" not in page.html
    assert not titles(page)


def test_nothing_is_refused_for_its_method_but_writing(visitor):
    assert visitor.head("/search").status_code == 200
    assert visitor.post("/search").status_code == 405


@pytest.mark.parametrize("each", [1, 3])
@pytest.mark.parametrize(("filters", "queries"), [("", 25), ("&type=artwork", 5), ("&type=image", 4)])
def test_a_search_costs_the_same_however_much_is_found(
    django_assert_num_queries, visitor, ada, hang_album, each, filters, queries
):
    for number in range(each):
        image = new_image(ada, "Shore", tags=("sea",))
        hang_album(ada, f"Shore {number}", privacy_setting="public", images=[image])
        room = Gallery.objects.create(owner=ada, name=f"Shore {number}", slug=f"shore-{number}")
        new_work(ada, "Shore", tags=["sea"], medium="Oil", gallery=room)
    visitor.get(f"/search?query=shore{filters}")
    with django_assert_num_queries(queries):
        visitor.get(f"/search?query=shore{filters}")


@pytest.mark.parametrize("each", [1, 3])
def test_beginning_costs_five_queries(django_assert_num_queries, visitor, ada, each):
    for number in range(each):
        new_work(ada, "Shore", tags=[f"sea {number}"], medium=f"Oil {number}")
    with django_assert_num_queries(5):
        visitor.get("/search")
