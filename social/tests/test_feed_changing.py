"""A walk through a feed while everything changes between its pages."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.feed import read_feed
from social.models import Block
from social.tests.feeds import like

LONG_AGO = datetime(2019, 1, 1, tzinfo=UTC)


@pytest.fixture
def site(ada, ben, cyn, mo):
    """ben follows ada, who may be left and followed again, and cyn, always; mo is recommended, and may be followed or blocked."""
    works = [new_work(ada, f"a{n}") for n in range(5)]
    works += [new_work(cyn, f"c{n}") for n in range(5)]
    works += [new_work(mo, f"m{n}") for n in range(3)]
    for artist in (ada, cyn):
        set_follow(artist_id=artist.pk, by=ben, following=True)
    return SimpleNamespace(ada=ada, ben=ben, cyn=cyn, mo=mo, works=works, steady=set())


def follow(artist, following):
    def change(site, _work):
        person = getattr(site, artist)
        if not Block.objects.filter(blocked=person).exists():
            set_follow(artist_id=person.pk, by=site.ben, following=following)

    return change


def block(site, _work):
    set_block(artist_id=site.mo.pk, by=site.ben, blocked=True)


def facts(**facts):
    def change(site, work):
        if there := Artwork.objects.select_related("owner").filter(pk=work.pk).first():
            change_artwork(artwork=there, by=there.owner, **facts)

    return change


def delete(site, work):
    if there := Artwork.objects.select_related("owner").filter(pk=work.pk).first():
        delete_artwork(artwork=there, by=there.owner)


OF_PEOPLE = {
    "leave": follow("ada", False),
    "follow": follow("ada", True),
    "follow mo": follow("mo", True),
    "block mo": block,
    "publish": lambda site, _work: new_work(site.cyn, "Later"),
    "publish as old": lambda site, _work: new_work(site.cyn, "Old", published_at=LONG_AGO),
}
OF_WORKS = {
    "hide": facts(availability_status="private"),
    "show": facts(availability_status="available"),
    "unpublish": facts(status="draft"),
    "publish anew": facts(status="published"),
    "date back": facts(status="published", published_at=LONG_AGO),
    "rename": facts(title="Renamed"),
    "turn mature": facts(is_mature=True),
    "delete": delete,
}
CHANGES = st.lists(st.tuples(st.sampled_from([*OF_PEOPLE, *OF_WORKS]), st.integers(0, 12)), max_size=8)


def walked(site, changes, *, size):
    """The entries of each page, a change between every two of them."""
    cursor, pages = None, []
    while cursor or not pages:
        page, cursor = read_feed(site.ben, cursor=cursor, limit=size)
        assert len(page) == size or not cursor
        pages.append([(each, Artwork.objects.get(pk=each.artwork_id)) for each in page])
        if changes:
            deed, number = changes.pop(0)
            (OF_PEOPLE | OF_WORKS)[deed](site, site.works[number])
    return pages


def standing(site, changes):
    """The ids of the works that none of the changes may have concerned."""
    moved = {deed for deed, _ in changes}
    concerned = {site.works[number].pk for deed, number in changes if deed in OF_WORKS}
    owners = {site.cyn.pk}
    owners |= set() if moved & {"leave", "follow"} else {site.ada.pk}
    owners |= set() if moved & {"block mo"} else {site.mo.pk}
    return {work.pk for work in site.works if work.owner_id in owners} - concerned


@given(changes=CHANGES, size=st.integers(1, 4))
@example(changes=[("date back", 9)], size=2)
@example(changes=[("follow mo", 0)], size=1)
@example(changes=[("leave", 0), ("follow", 0)], size=3)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_comes_twice_and_nothing_is_missing_that_stood_all_the_time(site, changes, size):
    with transaction.atomic():
        expected = standing(site, changes)
        pages = walked(site, list(changes), size=size)
        shown = [entry for page in pages for entry in page]
        ids = [entry.artwork_id for entry, _work in shown]
        assert len(ids) == len(set(ids))
        assert expected <= set(ids)
        assert all(work.is_public and work.owner_id != site.ben.pk for _entry, work in shown)
        dates = [(work.sort_date, work.pk) for entry, work in shown if entry.type == "new"]
        assert dates == sorted(dates, reverse=True)
        transaction.set_rollback(True)


def test_works_of_one_instant_come_by_their_ids_whoever_made_them(site, ada, ben, cyn, mo):
    set_follow(artist_id=mo.pk, by=ben, following=True)
    Artwork.objects.update(published_at=LONG_AGO)
    for size in (1, 2, 3, 24):
        shown = [entry.artwork_id for page in walked(site, [], size=size) for entry, _work in page]
        assert shown == sorted((work.pk for work in site.works), reverse=True)


def test_artists_whose_newest_are_of_one_instant_are_all_looked_at(site, ada, ben, cyn, mo):
    set_follow(artist_id=mo.pk, by=ben, following=True)
    Artwork.objects.update(published_at=LONG_AGO)
    Artwork.objects.filter(owner=ada, title="a4").update(published_at=LONG_AGO + timedelta(days=1))
    first, *rest = (entry for page in walked(site, [], size=1) for entry, _work in page)
    assert first.artwork_id == site.works[4].pk
    assert len(rest) == 12


def test_a_like_changes_nothing_on_the_way(site, ben):
    whole = [entry for page in walked(site, [], size=24) for entry, _work in page]
    first, cursor = read_feed(ben, cursor=None, limit=3)
    like(site.works[12], ben)
    assert first + read_feed(ben, cursor=cursor, limit=24)[0] == whole
