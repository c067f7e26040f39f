"""People are found as artists, by what they say of themselves."""

import pytest

from accounts.actions import credit_changed, delete_account, profile_changed, set_active
from accounts.models import Artist
from conftest import person
from gallery.api.search_telling import teller, texts_by
from gallery.models import SearchEntry
from gallery.search.kinds import ALL_NAMES, kinds
from gallery.search.matching import ids_of
from gallery.search.parser import parse
from gallery.tests.searching import found, search
from gallery.tests.works import new_work


def artists(client, query="", **filters):
    return found(client, query, type="artist", **filters)


def say(user, **facts):
    """What a person does who changes their profile."""
    Artist.objects.filter(pk=user.pk).update(**facts)
    credit_changed(user=user)
    profile_changed(user=user)


@pytest.fixture
def painter(ada):
    facts = {"bio": "Paints the tide.", "location": "Lisbon", "specialties": ["Sea painting", "Ink"]}
    say(ada, artist_name="Ada Byron", **facts)
    return ada


def test_whoever_registers_is_found_at_once(db, visitor):
    person("grace")
    assert artists(visitor, "grace") == ["grace"]


@pytest.mark.parametrize(
    "query",
    ["byron", "ada", "title:byron", "artist:ada", "tide", "tag:ink", 'tag:"sea painting"', "lisbon", "location:lisbon"],
)
def test_an_artist_is_found_by_each_thing_they_say(painter, ben, visitor, query):
    assert artists(visitor, query) == ["Ada Byron"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"tags": "ink"}, ["Ada Byron"]),
        ({"location": "lisbon"}, ["Ada Byron"]),
        ({"user": "ada"}, ["Ada Byron"]),
        ({"medium": "ink"}, []),
        ({"min_price": "0"}, []),
        ({"color": "blue"}, []),
    ],
)
def test_a_filter_keeps_the_artists_that_have_what_it_names(painter, ben, visitor, filters, names):
    assert artists(visitor, **filters) == names


def test_a_result_tells_the_artist_and_where_the_words_stand(painter, visitor):
    (result,) = search(visitor, "tide", type="artist")["results"]
    assert (result["type"], result["item"]["username"]) == ("artist", "ada")
    assert result["highlight"] == "Paints the <mark>tide</mark>."
    highlights = [
        search(visitor, query, type="artist")["results"][0]["highlight"] for query in ("ada", "ink", "lisbon")
    ]
    assert highlights == ["<mark>Ada</mark> Byron", "Sea painting, <mark>Ink</mark>", "<mark>Lisbon</mark>"]


def test_the_artist_comes_before_their_works(painter, visitor):
    new_work(painter, "Harbour")
    results = search(visitor, "byron")["results"]
    assert [result["type"] for result in results] == ["artist", "artwork"]


def test_who_moves_and_takes_another_name_is_found_so_with_their_works(painter, visitor):
    new_work(painter, "Harbour")
    say(painter, artist_name="Lovelace", location="Porto", specialties=[])
    assert search(visitor, "lisbon OR byron OR ink")["count"] == 0
    for query in ("location:porto", "artist:lovelace"):
        assert set(found(visitor, query, type="artist,artwork")) == {"Lovelace", "Harbour"}
    assert artists(visitor, "title:lovelace") == ["Lovelace"]


def test_who_is_shut_out_is_not_found_until_readmitted(painter, mo, visitor):
    set_active(user=painter, is_active=False, by=mo)
    assert artists(visitor, "byron") == []
    assert "artist" not in search(visitor, "byron")["facets"]["type"]
    set_active(user=painter, is_active=True, by=mo)
    assert artists(visitor, "byron") == ["Ada Byron"]


def test_who_leaves_is_forgotten(painter, visitor):
    delete_account(user=painter, by=painter)
    assert artists(visitor) == []
    assert not SearchEntry.objects.exists()


def test_lists_of_artists_can_ask_the_index(painter, ben):
    assert list(ids_of("artist", parse("tide").tree)) == [{"object_id": painter.pk}]


def test_every_kind_can_be_told_and_marked():
    assert set(kinds()) == set(ALL_NAMES)
    assert all(callable(teller(kind)) and callable(texts_by(kind)) for kind in kinds())
