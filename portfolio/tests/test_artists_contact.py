"""Whom an artist's contact is told to."""

import pytest

from portfolio.tests.artists import change, describe, told

CONTACT = "ada@studio.example"


@pytest.fixture
def reachable(ada):
    describe(ada, contact_info=CONTACT)
    return ada


def contacts(*clients) -> list[str | None]:
    return [told(client)["contact_info"] for client in clients]


def test_it_is_told_to_the_artist_alone_at_first(client_of, visitor, reachable, ben, mo):
    assert contacts(client_of(reachable), visitor, client_of(ben), client_of(mo)) == [CONTACT, None, None, None]


def test_it_is_told_to_all_once_the_artist_shows_it_and_no_longer_when_not(client_of, visitor, reachable, ben):
    client = client_of(reachable)
    for is_shown, seen in ((True, CONTACT), (False, None)):
        assert change(client, portfolio={"show_contact": is_shown})["portfolio"]["show_contact"] is is_shown
        assert contacts(client, visitor, client_of(ben)) == [CONTACT, seen, seen]


def test_lists_tell_no_more_than_the_artist_alone_does(client_of, visitor, reachable):
    for client, seen in ((client_of(reachable), CONTACT), (visitor, None)):
        assert client.get("/api/artists").json()["results"][0]["contact_info"] == seen
