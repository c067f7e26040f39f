"""What holds for every page, in each room of the studio: with something in it, and with nothing yet."""

import pytest

from portfolio.tests.browser.studio_rooms import STANDING, furnish
from portfolio.tests.test_page_rules import RULES

EMPTY = [f"/studio{path}" for path in STANDING]


@pytest.fixture
def furnished(ben, ada) -> list[str]:
    """The addresses of ben's studio."""
    return furnish(ben, ada)


def hold(subtests, page, address) -> None:
    with subtests.test(f"{address} is for no search engine"):
        assert "noindex" in page.meta("robots")
    for rule in RULES:
        with subtests.test(f"{address}: {rule.__name__.replace('_', ' ')}"):
            rule(page)


def test_every_room_with_something_in_it_keeps_every_rule(subtests, read, client_of, ben, furnished):
    for address in furnished:
        hold(subtests, read(client_of(ben), address), address)


def test_every_empty_room_keeps_every_rule(subtests, read, client_of, cyn):
    for address in EMPTY:
        hold(subtests, read(client_of(cyn), address), address)


def test_none_is_kept_by_a_cache(subtests, client_of, ben, furnished):
    for address in furnished:
        with subtests.test(address):
            assert "no-store" in client_of(ben).get(address).headers["Cache-Control"]


def test_a_visitor_signs_in_first_and_another_finds_nothing(subtests, visitor, client_of, cyn, furnished):
    for address in furnished:
        with subtests.test(address):
            answer = visitor.get(address)
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/login?next=/studio")
            is_of_a_thing = address.partition("?")[0] not in EMPTY
            assert client_of(cyn).get(address).status_code == (404 if is_of_a_thing else 200)
