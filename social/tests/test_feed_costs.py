"""What a feed costs: as many queries for many rows and many artists as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.feed import read_feed
from social.models import Follow, Walk
from social.tests.feeds import cursor_of, feed, like


def queries(read):
    with CaptureQueriesContext(connection) as caught:
        read()
    return len(caught)


@pytest.fixture
def reader(ben, client_of):
    """ben's browser."""
    return client_of(ben)


def follow(person, *artists):
    Follow.objects.bulk_create([Follow(follower=person, artist=artist) for artist in artists])


def test_a_page_costs_the_same_at_1_3_and_100_rows(reader, ada, ben):
    follow(ben, ada)
    for number in range(12):
        new_work(ada, f"{number}", tags=["sea"])
    feed(reader)
    found = {size: queries(lambda size=size: feed(reader, page_size=size)) for size in (1, 3, 100)}
    assert len(set(found.values())) == 1, found


def test_it_costs_the_same_with_1_and_with_50_followed(ben):
    artists = [person(f"artist{number}") for number in range(50)]
    for artist in artists[:5]:
        new_work(artist)
    found = []
    for followed in (artists[:1], artists[1:]):
        follow(ben, *followed)
        read_feed(ben, cursor=None, limit=3)
        found.append(queries(lambda: read_feed(ben, cursor=None, limit=3)))
    assert found == [4, 4]  # the walk, whose works are newest, the page of these, what is recommended


def test_a_deeper_page_costs_no_more_than_the_first(reader, ada, ben, cyn):
    follow(ben, ada)
    for owner in (ada, cyn):
        for number in range(6):
            new_work(owner, f"{number}")
    page = feed(reader, page_size=2)
    first = queries(lambda: feed(reader, page_size=2))
    assert queries(lambda: feed(reader, page_size=2, cursor=cursor_of(page))) == first - 1


def test_a_choice_costs_the_same_however_much_there_is_to_choose_from(ada, ben, cyn, mo):
    works = [new_work(owner, tags=["sea", f"tag {owner}"]) for owner in (ada, cyn, mo)]
    like(works[0], ben, cyn)
    like(works[1], cyn)
    few = queries(lambda: read_feed(ben, cursor=None, limit=3))
    for number in range(4):
        more = [new_work(owner, tags=["sea", f"tag {number}"]) for owner in (ada, cyn, mo)]
        like(more[0], ben, mo)
        like(more[1], cyn, mo)
    Walk.objects.all().delete()
    assert queries(lambda: read_feed(ben, cursor=None, limit=3)) == few


def test_a_beginning_is_written_in_one_short_transaction(ada, ben):
    new_work(ada)
    with CaptureQueriesContext(connection) as caught:
        read_feed(ben, cursor=None, limit=3)
    statements = [each["sql"] for each in caught]
    opened = next(place for place, sql in enumerate(statements) if sql.startswith("SAVEPOINT"))
    closed = next(place for place, sql in enumerate(statements) if sql.startswith("RELEASE"))
    assert closed - opened <= 6
    assert not any(sql.startswith("INSERT") for sql in statements[:opened] + statements[closed:])


def test_thirty_artists_behind_one_page_are_all_that_it_looks_at(ben):
    artists = [person(f"artist{number}") for number in range(9)]
    for artist in artists:
        new_work(artist)
    follow(ben, *artists)
    page, _cursor = read_feed(ben, cursor=None, limit=2)
    newest = Artwork.objects.order_by("-sort_date", "-pk").values_list("pk", flat=True)[:2]
    assert [entry.artwork_id for entry in page] == list(newest)
