"""`mediums` of `GET categories`: what public works are made of, whatever the spelling."""

import pytest

from gallery.actions.artworks import change_artwork
from gallery.mediums import MOST, mediums
from gallery.models import Artwork
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db


def told(client):
    return [(each["name"], each["artwork_count"]) for each in client.get("/api/categories").json()["mediums"]]


def test_the_most_used_come_first_and_then_by_name(ada, visitor):
    for medium in ("Oil", "Oil", "Video", "ink", "Bronze"):
        new_work(ada, medium=medium)
    assert told(visitor) == [("Oil", 2), ("Bronze", 1), ("ink", 1), ("Video", 1)]


def test_one_medium_is_told_once_under_its_most_frequent_spelling(ada, visitor):
    for medium in ("oil on canvas", "Oil on canvas", "Oil  on canvas ", "OIL ON CANVAS", "Émail", "émail", "émail"):
        new_work(ada, medium=medium)
    assert told(visitor) == [("Oil on canvas", 4), ("émail", 3)]


def test_what_has_none_is_of_no_medium(ada, visitor):
    for medium in ("", "   "):
        new_work(ada, medium=medium)
    assert told(visitor) == []


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_hidden_works_count_for_nobody_not_even_their_artist(ada, adas, visitor, hidden):
    new_work(ada, medium="Oil")
    new_work(ada, medium="OIL", **hidden)
    new_work(ada, medium="Secret", **hidden)
    assert told(visitor) == told(adas) == [("Oil", 1)]


def test_counts_follow_a_work_that_changes(ada, visitor):
    work = new_work(ada, medium="Oil")
    change_artwork(artwork=work, by=ada, medium="Ink")
    assert told(visitor) == [("Ink", 1)]
    change_artwork(artwork=work, by=ada, status="draft")
    assert told(visitor) == []


def test_each_is_a_filter_of_works_that_finds_as_many(ada, visitor):
    for medium in ("oil on canvas", "Oil on  canvas", "Émail", "émail", "100%"):
        new_work(ada, medium=medium)
    new_work(ada, medium="OIL ON CANVAS", status="draft")
    for name, number in told(visitor):
        assert visitor.get("/api/artworks", {"medium": name}).json()["count"] == number


def test_of_more_than_anyone_reads_the_most_used_are_told(ada):
    Artwork.objects.bulk_create(
        Artwork(owner=ada, title="x", medium=f"Medium {number}", is_public=True) for number in [*range(MOST + 5), 7]
    )
    found = mediums()
    assert (len(found), found[0].name, found[0].works) == (MOST, "Medium 7", 2)
