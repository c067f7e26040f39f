"""The page that lists exhibitions: in sections, by how far they are."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from gallery.tests.works import new_work
from portfolio.models import Exhibition
from portfolio.tests.entries import new_exhibition, new_submission
from portfolio.views.exhibitions import exhibitions as page_of_exhibitions


def listed(page) -> dict[str, list[str]]:
    """The names on its cards, by the section they stand in."""
    sections: dict[str, list[str]] = {}
    for heading in [each for each in page.elements if each.name in ("h2", "h3")]:
        if heading.name == "h2":
            names = sections.setdefault(heading["id"], [])
        else:
            names.append(heading.text)
    return sections


@pytest.fixture
def one_of_each(ada):
    """An exhibition in each status, and one whose deadline has passed."""
    for status in Exhibition._meta.get_field("status").choices:
        new_exhibition(ada, title=status[0], status=status[0])
    new_exhibition(ada, title="late", submission_deadline=timezone.now() - timedelta(seconds=1))


def test_each_stands_where_it_is_looked_for_and_drafts_and_cancelled_ones_nowhere(read, visitor, one_of_each):
    sections = {
        "open": ["open"],
        "running": ["running"],
        "upcoming": ["jurying", "announced", "late"],
        "past": ["closed"],
    }
    assert {name: sorted(names) for name, names in listed(read(visitor, "/exhibitions")).items()} == {
        name: sorted(names) for name, names in sections.items()
    }


@pytest.mark.parametrize("name", ["open", "running", "upcoming", "past"])
def test_a_section_can_be_had_alone(read, visitor, one_of_each, name):
    page = read(visitor, f"/exhibitions?show={name}")
    assert list(listed(page)) == [name]
    assert page.one("link", rel="canonical")["href"] == f"http://testserver/exhibitions?show={name}"
    assert page.one("a", href=f"/exhibitions?show={name}")["aria-current"] == "true"


def test_of_an_unknown_section_all_is_shown_at_the_canonical_address(read, visitor, one_of_each):
    page = read(visitor, "/exhibitions?show=secret")
    assert set(listed(page)) == {"open", "running", "upcoming", "past"}
    assert page.one("link", rel="canonical")["href"] == "http://testserver/exhibitions"


def test_what_ends_soonest_can_be_entered_first(read, visitor, ada):
    for days in (3, 1, 2):
        new_exhibition(ada, title=f"in {days}", submission_deadline=timezone.now() + timedelta(days=days))
    assert listed(read(visitor, "/exhibitions"))["open"] == ["in 1", "in 2", "in 3"]


def test_the_last_of_the_past_come_first_and_those_without_an_end_last(read, visitor, ada):
    for year in (2020, None, 2024, 2022):
        new_exhibition(ada, title=str(year), status="closed", exhibition_end=year and date(year, 5, 1))
    assert listed(read(visitor, "/exhibitions"))["past"] == ["2024", "2022", "2020", "None"]


def test_six_of_a_section_stand_there_and_the_way_to_all(read, visitor, ada):
    for number in range(7):
        new_exhibition(ada, title=f"{number}")
    page = read(visitor, "/exhibitions")
    assert len(listed(page)["open"]) == 6
    assert "All: Open for entry" in page.text
    assert len(listed(read(visitor, "/exhibitions?show=open"))["open"]) == 7


def test_a_long_section_is_walked_through(read, visitor, ada, monkeypatch):
    monkeypatch.setattr("portfolio.finding.sheets.ON_A_SHEET", 2)
    for number in range(3):
        new_exhibition(ada, title=f"{number}", submission_deadline=timezone.now() + timedelta(days=number + 1))
    first = read(visitor, "/exhibitions?show=open")
    assert first.one("a", rel="next")["href"] == "/exhibitions?show=open&page=2"
    second = read(visitor, "/exhibitions?show=open&page=2")
    assert listed(second) == {"open": ["2"]}
    assert second.one("link", rel="canonical")["href"] == "http://testserver/exhibitions?show=open&page=2"
    read(visitor, "/exhibitions?show=open&page=3", status=404)


def test_where_there_are_none_that_is_said(read, visitor, db):
    assert "Nobody has called for an exhibition yet." in read(visitor, "/exhibitions").text
    assert "No exhibition is over yet." in read(visitor, "/exhibitions?show=past").text


def test_a_card_says_whose_it_is_where_and_until_when(read, visitor, ada):
    facts = {"location": "Bergen", "time_zone": "Europe/Oslo", "exhibition_start": date(2099, 5, 1)}
    new_exhibition(ada, title="Salt", submission_deadline=timezone.now() + timedelta(days=3, minutes=1), **facts)
    page = read(visitor, "/exhibitions")
    assert "From 1 May 2099 · Bergen" in page.text
    assert "Europe/Oslo, UTC+" in page.text
    assert "3 days left" in page.text
    assert page.one("a", href="/@ada").text == "ada"


def test_a_cover_stands_for_it_else_the_first_work_on_show_that_is_not_mature(read, visitor, ada, show):
    covered = new_exhibition(ada, title="Covered", cover=show(ada, visibility="private"))
    running = new_exhibition(ada, title="Running", status="running")
    mature, plain = new_work(ada, is_mature=True), new_work(ada)
    new_submission(running, ada, mature, plain, status="accepted")
    sources = [image["src"] for image in read(visitor, "/exhibitions").all("img")]
    assert [source.partition("?")[0] for source in sources] == [
        f"/api/exhibitions/{covered.pk}/cover",
        f"/api/artworks/{plain.pk}/thumbnail",
    ]


def test_works_of_one_that_is_not_open_yet_betray_nothing(read, visitor, ada):
    new_submission(new_exhibition(ada, status="announced"), ada, status="accepted")
    assert not read(visitor, "/exhibitions").all("img")


def test_who_is_signed_in_finds_their_own_and_a_way_to_call(read, visitor, client_of, ada):
    ways = {"/exhibitions/yours", "/exhibitions/new"}
    assert ways <= {link["href"] for link in read(client_of(ada), "/exhibitions").all("a")}
    assert not ways & {link["href"] for link in read(visitor, "/exhibitions").all("a")}


def test_what_is_of_somebody_who_is_shut_out_is_gone(read, visitor, ada, mo, one_of_each):
    set_active(user=ada, is_active=False, by=mo)
    assert listed(read(visitor, "/exhibitions")) == {}


@pytest.mark.parametrize("number", [1, 3, 5])
def test_it_costs_five_queries_however_many_there_are(django_assert_num_queries, visitor, ada, show, number):
    assert number < page_of_exhibitions.ON_OVERVIEW
    for status in ("open", "running", "jurying", "closed"):
        for _ in range(number):
            new_submission(new_exhibition(ada, status=status), ada, status="accepted")
    with django_assert_num_queries(5):
        visitor.get("/exhibitions")
