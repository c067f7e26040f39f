"""Pages of lists that are not counted."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from gallery.models import Tag
from portfolio.finding import sheets
from portfolio.finding.sheets import address, sheet_of


@pytest.fixture
def rows(db, monkeypatch):
    """Five, two on a page, and nobody walks beyond the third page."""
    monkeypatch.setattr(sheets, "ON_A_SHEET", 2)
    monkeypatch.setattr(sheets, "LAST", 3)
    for number in range(5):
        Tag.objects.create(name=str(number), slug=str(number))
    return Tag.objects.order_by("name").values_list("name", flat=True)


def sheet(rows, page=None, **parameters):
    query = {} if page is None else {"page": page}
    return sheet_of(RequestFactory().get("/list", query), rows, parameters)


def test_the_first_page_leads_to_the_second(rows):
    first = sheet(rows, a="x y")
    assert (first.number, first.rows, first.previous, first.next) == (1, ["0", "1"], "", "/list?a=x+y&page=2")


def test_a_page_between_leads_both_ways(rows):
    second = sheet(rows, 2, a="1")
    assert (second.rows, second.previous, second.next) == (["2", "3"], "/list?a=1", "/list?a=1&page=3")


def test_the_last_page_leads_back(rows):
    last = sheet(rows, 3)
    assert (last.rows, last.previous, last.next, last.is_last) == (["4"], "/list?page=2", "", False)


def test_nobody_walks_further_than_the_last_page_and_the_list_says_so(rows):
    for number in (5, 6):
        Tag.objects.create(name=str(number), slug=str(number))
    last = sheet(rows, 3)
    assert (last.rows, last.next, last.is_last) == (["4", "5"], "", True)
    with pytest.raises(Http404):
        sheet(rows, 4)


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1.0", "٣", "9" * 400, "1\0"])
def test_what_is_no_number_of_a_page_is_not_found(rows, page):
    with pytest.raises(Http404):
        sheet(rows, page)


def test_a_page_behind_the_end_is_not_found_but_an_empty_first_one_is(rows):
    Tag.objects.filter(name__gte="2").delete()
    with pytest.raises(Http404):
        sheet(rows, 2)
    Tag.objects.all().delete()
    assert sheet(rows).rows == []


def test_an_address_has_no_empty_parameters():
    assert address("/list", {"a": "", "b": "ä&"}) == "/list?b=%C3%A4%26"
    assert address("/list", {"a": ""}) == "/list"
