"""Exhibitions and commissions of the demo, of artists whose works the database alone knows."""

import pytest

from accounts.actions import register_account
from demo.commissions import commission
from demo.exhibitions import exhibit
from gallery.tests.works import new_work
from portfolio.models import Commission, Exhibition, Submission


@pytest.fixture
def artists(db):
    names = ["ada", "ben", "cyn", "dora", "eli", "flo"]
    people = [register_account(username=name, email=f"{name}@example.org", password="x" * 20) for name in names]
    for artist in people:
        new_work(artist, title=f"Low tide, by {artist.username}")
    return people


def test_each_status_of_an_exhibition_has_an_example(artists, visitor):
    list(exhibit(artists))
    held = visitor.get("/api/exhibitions").json()["results"]
    assert {each["status"] for each in held} == {"open", "jurying", "running", "closed"}
    assert all(each["submission_count"] == 3 for each in held)
    running = next(each for each in held if each["status"] == "running")
    assert visitor.get(f"/api/exhibitions/{running['id']}").json()["artworks"]


def test_commissions_are_asked_for_under_way_and_finished(artists, client_of):
    list(commission(artists))
    told = client_of(artists[0]).get("/api/commissions").json()["results"]
    assert {each["status"] for each in told} == {"requested", "in_progress", "completed"}


def test_what_is_there_is_not_made_again(artists):
    for _ in range(2):
        list(exhibit(artists))
        list(commission(artists))
    assert Exhibition.objects.count() == 4
    assert Submission.objects.count() == 12
    assert Commission.objects.count() == 3


def test_of_a_few_artists_no_jury_is_made(artists):
    list(exhibit(artists[:3]))
    assert not Exhibition.objects.exists()
