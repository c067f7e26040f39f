"""The artist within CurrentUser: the same as at `artists/me`, wherever the account routes tell it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import PASSWORD
from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.tests.artists import change, describe, own_portrait, told


def current(client) -> dict:
    return client.get("/api/auth/user").json()


def test_it_is_what_the_artist_is_told_of_themselves(client_of, ada):
    client = client_of(ada)
    describe(ada, contact_info="ada@studio.example")
    new_work(ada, "Draft", status="draft")
    own_portrait(client)
    assert current(client)["artist"] == told(client, "me")
    assert current(client)["artist"]["featured_artworks"][0]["title"] == "Draft"


def test_registering_and_signing_in_tell_it_too(visitor):
    sent = {"username": "dora", "email": "dora@example.org", "password": PASSWORD, "artist_name": "Dora M."}
    artist = visitor.post("/api/auth/register", sent).json()["user"]["artist"]
    assert artist["artist_name"] == "Dora M."
    assert (artist["portfolio"]["theme"], artist["featured_artworks"], artist["galleries"]) == ("paper", [], [])
    visitor.post("/api/auth/logout")
    sent = {"username": "dora", "password": PASSWORD}
    assert visitor.post("/api/auth/login", sent).json()["user"]["artist"] == artist


def test_a_change_of_preferences_tells_it_as_it_is(client_of, ada):
    client = client_of(ada)
    change(client, bio="Boats.")
    answer = client.put("/api/auth/user", {"preferences": {"language": "en"}})
    assert answer.json()["artist"]["bio"] == "Boats."


def test_drafts_alone_publish_no_portfolio(client_of, ada):
    client = client_of(ada)
    new_work(ada, "Draft", status="draft")
    assert (current(client)["portfolio"]["status"], current(client)["statistics"]["total_artworks"]) == ("empty", 1)
    new_work(ada)
    portfolio = current(client)["portfolio"]
    assert (portfolio["status"], portfolio["artwork_count"]) == ("published", 2)


def test_more_works_and_galleries_cost_no_more_queries(client_of, ada):
    client, costs = client_of(ada), []
    for number in (1, 8):
        for index in range(number):
            new_work(ada, tags=["sea"])
            Gallery.objects.create(owner=ada, name="Room", slug=f"room-{number}-{index}")
        with CaptureQueriesContext(connection) as captured:
            current(client)
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 16


@pytest.fixture
def schemas(visitor, db) -> dict:
    answer = visitor.get("/api/schema", headers={"Accept": "application/vnd.oai.openapi+json"})
    return answer.json()["components"]["schemas"]


def test_the_schema_describes_it_as_the_artist_it_is(schemas):
    described = schemas["CurrentUser"]["properties"]["artist"]
    assert "#/components/schemas/Artist" in str(described)
    assert {"featured_artworks", "galleries", "portfolio"} <= set(schemas["Artist"]["properties"])
