"""The page of artists: who stands there, in which order, and with what."""

import pytest

from accounts.models import Artist, Statistics, User
from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.tests.artists import describe, own_portrait


def listed(page):
    """The usernames on a page, in order."""
    return [page.elements[place + 1]["href"] for place, each in enumerate(page.elements) if each.name == "h3"]


@pytest.fixture
def three(ada, ben, cyn):
    """Ada and ben, who show works, and cyn, who shows none."""
    describe(ada, artist_name="Zoë Ådahl", location="Lisbon, Portugal", specialties=["Oil", "etching"], trend=1)
    describe(ben, artist_name="alba", location="Évora", specialties=["oil", "ink"], trend=5)
    describe(cyn, artist_name="Mira", location="Lisbon", specialties=["oil"], trend=9)
    new_work(ada, "Sea")
    new_work(ben, "Land")
    Statistics.objects.filter(user=ada).update(follower_count=7)


@pytest.mark.parametrize(
    ("ordering", "order"),
    [
        ("", ["ben", "ada"]),
        ("-popularity", ["ben", "ada"]),
        ("-date", ["ben", "ada"]),
        ("name", ["ben", "ada"]),
        ("-followers", ["ada", "ben"]),
    ],
)
def test_who_shows_works_is_listed_in_the_order_that_is_asked_for(read, visitor, three, ordering, order):
    page = read(visitor, f"/artists?ordering={ordering}")
    assert listed(page) == [f"/@{name}" for name in order]


@pytest.mark.parametrize("asked", ["location=lisbon", "search=lisbon", "specialty=OIL&search=lisbon"])
def test_who_shows_none_stands_last_where_they_are_asked_for(read, visitor, three, asked):
    assert listed(read(visitor, f"/artists?{asked}")) == ["/@ada", "/@cyn"]


def test_a_draft_makes_nobody_an_artist_of_the_list(read, visitor, cyn):
    new_work(cyn, "Secret", status="draft")
    page = read(visitor, "/artists")
    assert listed(page) == []
    assert "Nobody shows a work yet." in page.text


def test_whoever_is_shut_out_is_not_listed(read, visitor, three, ben):
    User.objects.filter(pk=ben.pk).update(is_active=False)
    page = read(visitor, "/artists")
    assert listed(page) == ["/@ada"]
    assert "ink" not in page.text


def test_each_stands_there_with_who_they_are(read, visitor, three, ada):
    new_work(ada, "More")
    page = read(visitor, "/artists?search=Ådahl")
    assert page.one("h3").text == "Zoë Ådahl"
    assert "Lisbon, Portugal" in page.text
    assert "2 works" in page.text
    assert page.all("a", href="/artists?specialty=etching")


def test_three_of_their_works_hang_beside_them_the_most_popular_first(read, visitor, ada):
    works = [new_work(ada, f"Sea {number}") for number in range(5)]
    for number, work in enumerate(works):
        Artwork.objects.filter(pk=work.pk).update(popularity=number)
    page = read(visitor, "/artists")
    assert [image["alt"] for image in page.all("img")] == ["Sea 4", "Sea 3", "Sea 2"]
    assert page.all("a", href=f"/artworks/{works[4].pk}")


def test_a_mature_work_is_veiled_beside_them(read, visitor, ada):
    new_work(ada, "Sea", is_mature=True)
    page = read(visitor, "/artists")
    assert not page.all("img")
    assert page.one("span", **{"class": "veil"}).text


def test_a_mature_work_gives_way_to_the_others(read, visitor, ada):
    for number in range(3):
        new_work(ada, f"Sea {number}")
    new_work(ada, "Newest", is_mature=True)
    page = read(visitor, "/artists")
    assert len(page.all("img")) == 3
    assert not page.all("span", **{"class": "veil"})


def test_their_portrait_or_their_initials_are_shown(read, visitor, client_of, three, ada):
    own_portrait(client_of(ada))
    page = read(visitor, "/artists")
    (portrait,) = page.all("img", **{"class": "portrait"})
    assert portrait["src"].startswith(f"/api/artists/{ada.pk}/portrait?v=")
    assert page.one("span", **{"class": "portrait initials"}).text == "A"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Aiko Laurent", "AL"), ("ada", "A"), ("Ana de la Mar", "AM"), ("«É»lan !", "É"), ("!!!", ""), ("W" * 100, "W")],
)
def test_initials_are_of_the_first_and_the_last_word(read, visitor, ada, name, letters):
    describe(ada, artist_name=name)
    assert read(visitor, "/artists?search=ada").one("span", **{"class": "portrait initials"}).text == letters


def test_what_many_of_them_do_is_offered(read, visitor, three):
    page = read(visitor, "/artists")
    offered = [link["href"] for link in page.all("a") if "specialty=" in link["href"]]
    assert offered[0].lower() == "/artists?specialty=oil"


@pytest.mark.parametrize(("name", "value"), [("ordering", "price"), ("location", "a" * 201), ("search", "a\0b")])
def test_a_value_that_cannot_be_read_is_kept_with_the_message_beside_it(visitor, three, name, value):
    answer = visitor.get("/artists", {name: value})
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [name]
    assert f'id="id_{name}_error"' in answer.content.decode()
    assert answer.context["form"][name].value() == value


def test_nobody_found_leads_back_to_all(read, visitor, three):
    page = read(visitor, "/artists?search=nobody")
    assert "Nobody here answers this." in page.text
    assert page.all("a", href="/artists")


def test_pages_are_kept_in_their_address_and_searches_are_for_no_index(read, visitor, three, monkeypatch):
    monkeypatch.setattr("portfolio.finding.sheets.ON_A_SHEET", 1)
    page = read(visitor, "/artists")
    assert page.one("a", rel="next")["href"] == "/artists?page=2"
    second = read(visitor, "/artists?page=2&next=/x")
    assert second.one("link", rel="canonical")["href"] == "http://testserver/artists?page=2"
    assert not second.all("meta", name="robots")
    assert read(visitor, "/artists?search=oil").meta("robots") == "noindex, follow"
    assert visitor.get("/artists?page=3").status_code == 404


@pytest.mark.parametrize("text", ['"><script>x</script>', "' onload='x"])
def test_markup_is_told_as_words(visitor, ada, text):
    describe(ada, artist_name=text, location=text, specialties=[text])
    new_work(ada, text)
    for address in ("/artists", "/artists?search="):
        html = visitor.get(f"{address}", {"search": text} if "?" in address else {}).content.decode()
        assert "<script>x" not in html
        assert "onload='x" not in html


def test_the_artist_of_an_account_that_did_nothing_is_found(read, visitor, ada):
    Statistics.objects.filter(user=ada).delete()
    assert Artist.objects.filter(pk=ada.pk).exists()
    assert listed(read(visitor, "/artists?search=ada")) == ["/@ada"]


@pytest.mark.parametrize("artists", [1, 3])
def test_the_list_costs_four_queries_whoever_stands_in_it(django_assert_num_queries, visitor, ada, ben, cyn, artists):
    for person in (ada, ben, cyn)[:artists]:
        for number in range(artists):
            new_work(person, f"Sea {number}")
    with django_assert_num_queries(4):
        visitor.get("/artists")
