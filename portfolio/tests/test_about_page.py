"""Who an artist is, at length."""

import pytest

from portfolio.models import Portfolio
from portfolio.tests.artists import describe, own_portrait

LINKS = {"Shop": "https://example.org/ada"}


def test_it_tells_all_that_is_said_of_an_artist(read, visitor, client_of, ada):
    describe(ada, bio="Paints.\n\nMostly boats.", location="Porto", specialties=["oil"], social_links=LINKS)
    own_portrait(client_of(ada))
    page = read(visitor, "/@ada/about")
    assert [p.text for p in page.all("p") if p.text in ("Paints.", "Mostly boats.")] == ["Paints.", "Mostly boats."]
    assert "Porto" in page.text
    assert "oil" in page.text
    assert page.one("a", href=LINKS["Shop"])["rel"].split() == ["nofollow", "ugc", "noopener", "me"]
    assert page.one("img")["alt"] == "Portrait of ada"
    assert page.one("a", **{"aria-current": "page"}).text == "About"


def test_contact_is_told_where_the_artist_wants_it(read, visitor, client_of, ada):
    describe(ada, contact_info="write to ada")
    assert "write to ada" not in read(visitor, "/@ada/about").text
    assert "write to ada" in read(client_of(ada), "/@ada/about").text
    describe(ada, show_contact=True)
    assert "write to ada" in read(visitor, "/@ada/about").text


def test_it_says_whether_commissions_are_taken_and_on_what_terms(read, visitor, ada):
    assert "ada takes commissions." in read(visitor, "/@ada/about").text
    Portfolio.objects.create(artist=ada, commission_terms="Half in advance.")
    assert "Half in advance." in read(visitor, "/@ada/about").text
    Portfolio.objects.update(commissions_open=False)
    page = read(visitor, "/@ada/about")
    assert "takes no commissions at present" in page.text
    assert "Half in advance." not in page.text


def test_what_artists_write_is_inert(read, visitor, ada):
    hostile = "<script>alert(1)</script>"
    describe(
        ada,
        artist_name=hostile,
        bio=hostile,
        location=hostile,
        specialties=[hostile],
        social_links={hostile: "https://a.example/?\"'<"},
    )
    assert hostile not in read(visitor, "/@ada/about").html


@pytest.mark.parametrize(("path", "status"), [("/@nobody/about", 404), ("/@ADA/about", 301)])
def test_who_is_not_there_is_not_found_and_another_case_leads_on(visitor, ada, path, status):
    assert visitor.get(path).status_code == status


def test_it_costs_two_queries(django_assert_num_queries, visitor, ada):
    visitor.get("/@ada/about")
    with django_assert_num_queries(2):
        visitor.get("/@ada/about")
