"""A tag, and all of them: what hangs under it, for whom, and what stands beside it."""

import json

import pytest

from gallery.models import Tag
from gallery.tag_list import Used
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.finding.weighing import weighed
from portfolio.tests.exploring import titles


def test_it_shows_works_the_newest_first_and_then_pictures_that_no_work_shows(read, visitor, ada):
    for title in ("First", "Second"):
        new_work(ada, title, tags=["sea"], images=(new_image(ada, f"View of {title}", tags=("sea",)),))
    new_work(ada, "Other", tags=["hill"])
    new_image(ada, "Snapshot", tags=("sea",))
    page = read(visitor, "/tags/sea")
    assert page.one("h1").text == "sea"
    assert titles(page) == ["Second", "First", "Snapshot"]
    assert "2 works" in page.text


def test_programs_are_told_what_hangs_there(read, visitor, ada):
    new_work(ada, "Wave", tags=["sea"])
    new_image(ada, "Snapshot", tags=("sea",))
    page, trail = json.loads(read(visitor, "/tags/sea").one("script", type="application/ld+json").text)["@graph"]
    assert [part["name"] for part in page["hasPart"]] == ["Wave", "Snapshot"]
    assert [each["item"] for each in trail["itemListElement"]] == [
        "http://testserver/tags",
        "http://testserver/tags/sea",
    ]


def test_a_tag_of_pictures_alone_has_its_page(read, visitor, ada):
    new_image(ada, "Snapshot", tags=("sea",))
    assert titles(read(visitor, "/tags/sea")) == ["Snapshot"]


def test_more_pictures_than_hang_there_are_found_by_searching(read, visitor, ada):
    for number in range(25):
        new_image(ada, f"Picture {number}", tags=("rough sea",))
    page = read(visitor, "/tags/rough-sea")
    assert len(titles(page)) == 24
    assert page.one("a", href="/search?query=tag%3A%22rough+sea%22&type=image").text == "All pictures with this tag"


def test_what_nobody_may_see_is_answered_as_what_there_is_not(visitor, client_of, ada, ben):
    new_work(ada, "Draft", tags=["secret"], status="draft")
    new_image(ada, "Private", tags=("secret",), visibility="private")
    for reader in (visitor, client_of(ben)):
        hidden, absent = reader.get("/tags/secret"), reader.get("/tags/absent")
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert hidden.content.replace(b"secret", b"absent") == absent.content


def test_whose_it_is_sees_what_is_hidden(read, client_of, ada):
    new_work(ada, "Draft", tags=["secret"], status="draft")
    new_image(ada, "Private", tags=("secret",), visibility="private")
    assert titles(read(client_of(ada), "/tags/secret")) == ["Draft", "Private"]


def test_mature_works_hang_veiled(read, visitor, ada):
    new_work(ada, "Nude", tags=["figure"], is_mature=True)
    page = read(visitor, "/tags/figure")
    assert titles(page) == ["Nude"]
    assert not [image for image in page.all("img") if "thumbnail" in image["src"]]


def test_the_tags_that_stand_beside_it_lead_on_the_most_frequent_first(read, visitor, ada):
    new_work(ada, tags=["sea", "sky"])
    new_work(ada, tags=["sea", "sky", "gull"])
    new_work(ada, tags=["sea", "secret"], status="draft")
    new_work(ada, tags=["hill"])
    hrefs = [link["href"] for link in read(visitor, "/tags/sea").all("a")]
    assert [href for href in hrefs if href.startswith("/tags/")] == ["/tags/sky", "/tags/gull"]


@pytest.mark.parametrize("name", ["海", "été à nice", "<b>bold</b>", "x" * 50, "50% off?", "ﬁ"])
def test_any_tag_has_an_address_and_its_name_stays_words(read, visitor, ada, name):
    work = new_work(ada, tags=[name])
    tag = Tag.objects.get(artworks=work)
    page = read(visitor, f"/tags/{tag.slug}")
    assert page.one("h1").text == tag.name
    assert page.one("link", rel="canonical")["href"].isascii()


def test_the_works_come_by_pages_and_pictures_on_the_first(read, visitor, ada, monkeypatch):
    monkeypatch.setattr("portfolio.finding.sheets.ON_A_SHEET", 2)
    for number in range(3):
        new_work(ada, f"Work {number}", tags=["sea"])
    new_image(ada, "Snapshot", tags=("sea",))
    first = read(visitor, "/tags/sea")
    assert titles(first) == ["Work 2", "Work 1", "Snapshot"]
    second = read(visitor, first.one("a", rel="next")["href"])
    assert titles(second) == ["Work 0"]
    assert second.one("a", rel="prev")["href"] == "/tags/sea"
    assert second.one("link", rel="canonical")["href"] == "http://testserver/tags/sea?page=2"


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_five_queries_whatever_hangs_there(django_assert_num_queries, visitor, ada, number):
    for _ in range(number):
        new_work(ada, tags=["sea", "sky"])
        new_image(ada, tags=("sea",))
    with django_assert_num_queries(5):
        visitor.get("/tags/sea")


def test_all_tags_stand_by_name_with_how_often_they_are_used(read, visitor, ada):
    new_work(ada, tags=["sea", "dawn"])
    new_image(ada, tags=("sea",))
    new_image(ada, tags=("secret",), visibility="private")
    page = read(visitor, "/tags")
    assert [item.text for item in page.all("li") if item.text[-1:].isdigit()] == ["dawn 1", "sea 2"]
    assert page.one("a", href="/tags/sea")


def test_without_any_tag_the_page_says_so(read, visitor, db):
    assert "Nothing is tagged yet." in read(visitor, "/tags").text


def test_all_tags_cost_one_query(django_assert_num_queries, visitor, ada):
    new_work(ada, tags=["sea", "sky"])
    with django_assert_num_queries(1):
        visitor.get("/tags")


def test_tags_weigh_by_their_rank():
    tags = [Used(f"tag {number:02}", "", 100 - number, 0) for number in range(20)]
    weights = [each.weight for each in weighed(tags)]
    assert weights == ["heavy"] * 2 + ["fair"] * 6 + ["light"] * 12
    assert weighed([]) == []


def test_tags_that_are_used_alike_weigh_alike_and_stand_by_name():
    tags = [Used(name, name, 3, 0) for name in "cab"]
    assert [(each.tag.name, each.weight) for each in weighed(tags)] == [(name, "heavy") for name in "abc"]
