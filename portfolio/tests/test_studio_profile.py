"""The page on which artists say who they are."""

import pytest

from accounts.models import Artist
from gallery.tests.library import new_image
from portfolio.tests.commission_rooms import post

PATH = "/studio/profile"
SHOP = {"name": "Shop", "address": "https://example.org/shop"}
HOME = {"name": "Home", "address": "https://ada.example/"}


def sent(*links, **told) -> dict:
    """The form as a browser sends it."""
    lines = {f"links-{place}-{name}": value for place, row in enumerate(links) for name, value in row.items()}
    same = {"artist_name": "Ada", "public_image_size": "large"}
    return {"links-TOTAL_FORMS": len(links), "links-INITIAL_FORMS": 0, **same, **told, **lines}


def kept() -> Artist:
    return Artist.objects.get(user__username="ada")


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def test_all_that_is_said_is_kept_and_the_page_says_so(read, adas):
    told = {"bio": "Paints.\r\nSleeps.", "location": "Lisbon", "contact_info": "By post.", "show_contact": "on"}
    specialties = " Etching \r\n\r\nOil, on wood"
    answer = post(adas, PATH, **sent(SHOP, HOME, specialties=specialties, public_image_size="medium", **told))
    assert (answer.status_code, answer.headers["Location"]) == (303, PATH)
    artist = kept()
    assert (artist.bio, artist.location, artist.contact_info) == ("Paints.\nSleeps.", "Lisbon", "By post.")
    assert (artist.show_contact, artist.public_image_size) == (True, "medium")
    assert artist.specialties == ["Etching", "Oil, on wood"]
    assert artist.social_links == {"Shop": SHOP["address"], "Home": HOME["address"]}
    page = read(adas, PATH)
    assert page.one("p", role="status").text == "Saved."
    names = {page.one("input", name=f"links-{place}-name")["value"] for place in range(2)}
    assert names == {"Shop", "Home"}  # PostgreSQL keeps an object's keys in an order of its own
    assert page.one("textarea", name="specialties").text == "Etching Oil, on wood"


def test_what_is_emptied_is_gone(adas):
    post(adas, PATH, **sent(SHOP, specialties="Oil", bio="Paints.", show_contact="on"))
    post(adas, PATH, **sent({"name": "", "address": ""}, HOME))
    assert kept().social_links == {"Home": HOME["address"]}
    assert (kept().specialties, kept().bio, kept().show_contact) == ([], "", False)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"address": ""}, "address"),
        ({"address": "http://example.org"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"address": "https://example.org/\\@evil.example"}, "address"),
        ({"address": "https://example.org/" + "x" * 500}, "address"),
    ],
)
def test_what_is_wrong_in_a_link_stands_beside_it_and_nothing_changes(adas, row, field):
    answer = post(adas, PATH, **sent(HOME, {**SHOP, **row}, bio="New words."))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="id_links-1-{field}_error"' in html
    assert "New words." in html
    assert (kept().bio, kept().social_links) == ("", {})


@pytest.mark.parametrize(
    "told",
    [
        {"artist_name": " "},
        {"artist_name": "x" * 101},
        {"bio": "x" * 5001},
        {"specialties": "\n".join(map(str, range(21)))},
        {"specialties": "x" * 61},
        {"contact_info": "x" * 1001},
        {"public_image_size": "huge"},
    ],
)
def test_what_cannot_be_is_told_beside_its_field(adas, told):
    answer = post(adas, PATH, **sent(location="Here", **told))
    assert f'id="id_{next(iter(told))}_error"' in answer.content.decode()
    assert kept().location == ""


def test_two_links_of_one_name_are_refused(adas):
    assert "Two links have the same name." in post(adas, PATH, **sent(SHOP, SHOP)).content.decode()
    assert kept().social_links == {}


def test_twenty_links_and_no_more(adas):
    many = [{"name": f"Link {number}", "address": "https://example.org/"} for number in range(21)]
    assert post(adas, PATH, **sent(*many)).status_code == 200
    assert post(adas, PATH, **sent(*many[:20])).status_code == 303
    assert len(kept().social_links) == 20


def test_how_many_pictures_bear_the_name_is_told(read, adas, ada):
    assert "Another name is written" not in read(adas, PATH).text
    new_image(ada)
    assert "Another name is written anew into the copies of 1 picture" in read(adas, PATH).text


def test_a_visitor_signs_in_first(visitor):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"
