"""Who the demo site is made of, and what they made."""

from collections import Counter

import pytest

from demo.cast import categories, people, works_of
from demo.life import conversations
from demo.painting import STYLES
from gallery.money import currencies, decimals

EVERYBODY = people()


def test_a_dozen_artists_made_some_two_hundred_works():
    assert len(EVERYBODY) == 12
    assert 200 <= sum(len(works_of(person)) for person in EVERYBODY) <= 220


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.username)
def test_what_an_artist_made_is_told_apart_and_priced_in_a_true_currency(person):
    works = works_of(person)
    assert works == works_of(person)
    assert len({work.title for work in works}) == len(works)
    assert person.currency in currencies()
    assert all(work.facts["price"] is None or work.facts["price"] > 0 for work in works)
    assert decimals(person.currency) >= 0
    assert set(person.styles) <= set(STYLES)
    assert all(len(palette) == 5 for palette in person.palettes)


def test_every_category_of_an_artist_is_there_and_those_above_come_first():
    seen = set()
    for name, _about, above in categories():
        assert not above or above in seen
        seen.add(name)
    assert {person.category for person in EVERYBODY} <= seen


def test_a_few_works_of_each_are_not_to_be_seen():
    statuses = Counter(work.facts["status"] for person in EVERYBODY for work in works_of(person))
    assert (statuses["draft"], statuses["scheduled"]) == (12, 12)


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.username)
def test_no_gallery_is_empty_and_some_works_hang_in_none(person):
    hung = {work.gallery for work in works_of(person)}
    assert hung == {*range(len(person.galleries)), None}


def test_people_of_the_demo_say_what_stands_below_any_work():
    said = conversations()
    assert len({words["opening"] for words in said}) == len(said) > 10
    assert all(set(words) <= {"opening", "answer", "more"} for words in said)
    assert all("answer" in words for words in said if "more" in words)
