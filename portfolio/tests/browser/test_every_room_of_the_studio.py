"""What holds for every room of the studio, as a browser shows it: nobody is kept out, nothing runs over the edge."""

import pytest

from conftest import person
from portfolio.tests.browser.accessibility import barriers
from portfolio.tests.browser.site import DESK, PHONE
from portfolio.tests.browser.studio_rooms import STANDING, furnish
from portfolio.tests.browser.test_every_page import OVER_THE_EDGE
from portfolio.tests.browser.town import LONG_USER, LONGEST


@pytest.fixture
def rooms(request, settings):
    """Whose studio it is, and the addresses of its pages."""
    settings.RATE_LIMITS = {}
    if request.param == "empty":
        person("ada")
        return "ada", [f"/studio{path}" for path in STANDING]
    name, words = (LONG_USER, LONGEST) if request.param == "longest" else ("ada", "")
    return name, furnish(person(name), person("ben"), words)


@pytest.mark.parametrize("rooms", ["usual", "empty"], indirect=True)
def test_nobody_is_kept_out_of_any_in_either_scheme(transactional_db, rooms, site):
    name, addresses = rooms
    site.sign_in(name)
    found = []
    for address in addresses:
        site.look(width=DESK, scheme="light")
        page = site.open(address)
        found += barriers(page, where=f"{address}, light")
        site.look(width=PHONE, scheme="dark")
        found += barriers(page, where=f"{address}, dark, phone")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rooms", ["usual", "longest"], indirect=True)
def test_nothing_in_any_runs_over_the_edge_of_a_phone(transactional_db, rooms, site):
    name, addresses = rooms
    site.look(width=PHONE)
    site.sign_in(name)
    over = {}
    for address in addresses:
        site.open(address)
        if site.overflow() > 0:
            over[address] = site.measured(OVER_THE_EDGE)
    assert not over
