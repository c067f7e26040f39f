"""ExhibitionEvent, as a search engine's parser reads it."""

from datetime import date

import pytest

from gallery.tests.works import new_work
from portfolio.tests.entries import new_exhibition, new_submission
from portfolio.tests.programs import open_graph, read_by_programs, things

pytestmark = pytest.mark.same_on_any_database

SITE = "http://testserver"
ADA = {"@type": "Person", "name": "ada", "url": f"{SITE}/@ada"}
DAYS = {"exhibition_start": date(2027, 1, 10), "exhibition_end": date(2027, 2, 20)}


def event(client, exhibition):
    return things(client, f"/exhibitions/{exhibition.pk}")["ExhibitionEvent"]


def test_it_tells_what_it_is_when_where_and_by_whom(visitor, ada):
    exhibition = new_exhibition(ada, description="Light & salt.", location="Bergen", **DAYS)
    assert event(visitor, exhibition) == {
        "@type": "ExhibitionEvent",
        "name": "Salt and Light",
        "url": f"{SITE}/exhibitions/{exhibition.pk}",
        "description": "Light & salt.",
        "startDate": "2027-01-10",
        "endDate": "2027-02-20",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": [{"@type": "Place", "name": "Bergen", "address": "Bergen"}],
        "organizer": ADA,
    }


@pytest.mark.parametrize(
    ("location", "mode", "places"),
    [("", "Online", ["VirtualLocation"]), ("Bergen", "Mixed", ["Place", "VirtualLocation"])],
)
def test_one_that_is_online_is_at_its_own_address(visitor, ada, location, mode, places):
    told = event(visitor, new_exhibition(ada, location=location, is_virtual=True))
    assert told["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in told["location"]] == places
    assert told["location"][-1]["url"] == told["url"]


def test_one_that_is_cancelled_says_so(visitor, ada):
    assert event(visitor, new_exhibition(ada, status="cancelled"))["eventStatus"].endswith("/EventCancelled")


def test_works_on_show_are_featured_but_for_mature_ones(visitor, ada, ben):
    exhibition, dunes = new_exhibition(ada, status="running"), new_work(ben, "Dunes")
    new_submission(exhibition, ben, new_work(ben, "Veiled", is_mature=True), dunes, status="accepted")
    told = event(visitor, exhibition)
    assert [(work["name"], work["url"]) for work in told["workFeatured"]] == [("Dunes", f"{SITE}/artworks/{dunes.pk}")]
    assert told["image"].startswith(f"{SITE}/api/artworks/{dunes.pk}/thumbnail?")


def test_its_cover_is_its_picture(visitor, ada, show):
    exhibition = new_exhibition(ada, cover=show(ada, visibility="private"), description="Light.")
    address = event(visitor, exhibition)["image"]
    assert address.startswith(f"{SITE}/api/exhibitions/{exhibition.pk}/cover?")
    graph = open_graph(visitor, f"/exhibitions/{exhibition.pk}")
    assert (graph["og:image"], graph["og:title"], graph["og:description"]) == (address, "Salt and Light", "Light.")
    assert graph["og:url"] == f"{SITE}/exhibitions/{exhibition.pk}"


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"is_hidden": True}])
def test_what_its_organiser_alone_sees_tells_nothing(client_of, ada, facts):
    exhibition = new_exhibition(ada, **facts)
    assert read_by_programs(client_of(ada), f"/exhibitions/{exhibition.pk}")["json-ld"] == []


def test_the_way_to_it_is_told(visitor, ada):
    exhibition = new_exhibition(ada)
    trail = things(visitor, f"/exhibitions/{exhibition.pk}")["BreadcrumbList"]["itemListElement"]
    assert [each["item"] for each in trail] == [f"{SITE}/exhibitions", f"{SITE}/exhibitions/{exhibition.pk}"]


def test_the_list_tells_what_stands_in_it(visitor, ada):
    exhibition = new_exhibition(ada)
    told = things(visitor, "/exhibitions")["CollectionPage"]
    assert told["hasPart"] == [
        {
            "@type": "ExhibitionEvent",
            "name": "Salt and Light",
            "url": f"{SITE}/exhibitions/{exhibition.pk}",
            "organizer": ADA,
        }
    ]


def test_a_work_leads_to_where_it_was_shown(read, visitor, ada, ben):
    exhibition, work = new_exhibition(ada, status="closed", **DAYS), new_work(ben)
    new_submission(exhibition, ben, work, status="accepted")
    page = read(visitor, f"/artworks/{work.pk}")
    assert page.one("a", href=f"/exhibitions/{exhibition.pk}").text == "Salt and Light"
    assert "Shown in: Salt and Light (2027)" in page.text


def test_a_work_that_was_not_accepted_says_nothing_of_it(read, visitor, ada, ben):
    work = new_work(ben)
    new_submission(new_exhibition(ada, status="closed"), ben, work, status="rejected")
    page = read(visitor, f"/artworks/{work.pk}")
    assert "Shown in" not in page.text
    assert "Salt and Light" not in page.html
