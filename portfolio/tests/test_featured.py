"""What the house puts forward."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from accounts.models import Artist
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Artwork, Gallery, GalleryArtwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.actions.features import feature
from portfolio.models import Feature
from portfolio.tests.entries import new_exhibition
from social.actions.likes import set_like


def featured(client, **query):
    answer = client.get("/api/featured", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def shown(client, kind="artworks", **query):
    return [(each.get("title", each.get("name")), each["reason"]["code"]) for each in featured(client, **query)[kind]]


def pick(work, mo, **terms):
    return feature(target_type="artwork", target_id=work.pk, by=mo, **terms)[0]


def trending(thing, trend):
    type(thing).objects.filter(pk=thing.pk).update(trend=trend)
    return thing


def new_room(owner, name, work):
    room = Gallery.objects.create(owner=owner, name=name, slug=name.lower(), public_artwork_count=1)
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    return room


def test_an_empty_house_puts_nothing_forward(visitor):
    assert featured(visitor) == {"artworks": [], "artists": [], "galleries": [], "exhibitions": []}


def test_picks_come_first_then_what_is_trending_then_what_is_new(ada, mo, visitor):
    works = {name: new_work(ada, name) for name in ("older", "newer", "rising", "risen", "picked", "picked last")}
    trending(works["rising"], 1.5)
    trending(works["risen"], 2.5)
    trending(works["picked"], 9)
    for name in ("picked", "picked last"):
        pick(works[name], mo)
    picks = [("picked last", "staff_pick"), ("picked", "staff_pick")]
    rest = [("risen", "trending"), ("rising", "trending"), ("newer", "new"), ("older", "new")]
    assert shown(visitor) == picks + rest


def test_a_pick_tells_its_note_and_what_it_is_taken_back_by(ada, mo, visitor):
    new_work(ada, "Plain")
    chosen = pick(new_work(ada, "Chosen"), mo, note="Look at the light.")
    told = featured(visitor)["artworks"]
    assert [(each["feature_id"], each["note"]) for each in told] == [(chosen.pk, "Look at the light."), (None, "")]
    assert told[0]["reason"]["text"]
    assert told[0]["artist"]["username"] == "ada"


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (3, 3), (50, 14), ("", 12)])
def test_each_list_is_as_long_as_is_asked_for(ada, mo, visitor, limit, count):
    works = [new_work(ada, f"{number}") for number in range(14)]
    pick(works[0], mo)
    trending(works[1], 1)
    assert len(shown(visitor, limit=limit)) == count


@pytest.mark.parametrize("limit", ["0", "51", "-1", "many", "1.5", "٣", "99999999999"])
def test_an_odd_limit_is_refused_by_name(visitor, limit):
    answer = visitor.get("/api/featured", {"limit": limit})
    assert (answer.status_code, codes(answer)) == (400, {"limit": "invalid"})


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}, {"is_mature": True}])
def test_what_is_hidden_or_mature_is_skipped_picked_or_not(ada, mo, visitor, client_of, hidden):
    chosen, risen = new_work(ada, "Chosen"), trending(new_work(ada, "Risen"), 3)
    pick(chosen, mo)
    before = featured(visitor)
    for work in (chosen, risen):
        change_artwork(artwork=work, by=ada, **hidden)
    assert len(before["artworks"]) == 2
    for client in (visitor, client_of(ada), client_of(mo)):
        assert featured(client)["artworks"] == []


def test_what_is_gone_and_what_is_over_is_skipped(ada, mo, visitor):
    gone, over = pick(new_work(ada, "Gone"), mo), pick(new_work(ada, "Over"), mo)
    delete_artwork(artwork=Artwork.objects.get(pk=gone.target_id), by=ada)
    Feature.objects.filter(pk=over.pk).update(until=timezone.now() - timedelta(seconds=1))
    assert shown(visitor) == [("Over", "new")]


def test_everyone_is_told_the_same(ada, ben, mo, visitor, client_of):
    work = new_work(ada)
    new_room(ada, "Room", work)
    pick(work, mo)
    set_like(artwork_id=work.pk, by=ben)
    told = featured(visitor)
    assert (len(told["artworks"]), len(told["galleries"])) == (1, 1)
    assert all(featured(client_of(person)) == told for person in (ada, ben, mo))


def test_a_draft_changes_no_byte(ada, mo, visitor):
    new_room(ada, "Room", new_work(ada, tags=["sea"]))
    before = visitor.get("/api/featured").content
    draft = new_work(ada, tags=["sea"], status="draft")
    Feature.objects.create(target_type="artwork", target_id=draft.pk, created_by=mo)
    Gallery.objects.create(owner=ada, name="Hidden", slug="hidden", visibility="private", public_artwork_count=1)
    assert visitor.get("/api/featured").content == before


def test_artists_and_galleries_are_put_forward_too(ada, ben, cyn, mo, visitor):
    for person in (ada, ben):
        new_room(person, f"Room of {person.username}", new_work(person))
    trending(ada.artist, 2)
    feature(target_type="artist", target_id=cyn.pk, by=mo)
    feature(target_type="gallery", target_id=Gallery.objects.get(owner=ben).pk, by=mo)
    told = featured(visitor)
    artists = [(each["username"], each["reason"]["code"]) for each in told["artists"]]
    assert artists == [("cyn", "staff_pick"), ("ada", "trending"), ("ben", "new")]
    assert shown(visitor, "galleries") == [("Room of ben", "staff_pick"), ("Room of ada", "new")]


def test_exhibitions_are_put_forward_by_what_can_be_entered_then_by_what_is_on_view(ada, mo, visitor):
    for days in (3, 1):
        new_exhibition(ada, title=f"ends in {days}", submission_deadline=timezone.now() + timedelta(days=days))
    new_exhibition(ada, title="on view", status="running")
    late = new_exhibition(ada, title="late", submission_deadline=timezone.now() - timedelta(seconds=1))
    for status in ("draft", "jurying", "announced", "closed", "cancelled"):
        new_exhibition(ada, title=status, status=status)
    new_exhibition(ada, title="withheld", is_hidden=True)
    rest = [("ends in 1", "open"), ("ends in 3", "open"), ("on view", "running")]
    assert shown(visitor, "exhibitions") == rest
    feature(target_type="exhibition", target_id=late.pk, by=mo, note="Go and see.")
    assert shown(visitor, "exhibitions") == [("late", "staff_pick"), *rest]
    assert featured(visitor)["exhibitions"][0]["note"] == "Go and see."


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"status": "cancelled"}, {"is_hidden": True}])
def test_an_exhibition_that_nobody_can_visit_is_not_picked(ada, mo, client_of, facts):
    exhibition = new_exhibition(ada, **facts)
    answer = client_of(mo).post("/api/featured", {"target_type": "exhibition", "target_id": str(exhibition.pk)})
    assert (answer.status_code, codes(answer)) == (400, {"target_id": "does_not_exist"})


def test_who_is_shut_out_is_not_put_forward_nor_what_is_theirs(ada, mo, visitor):
    new_room(ada, "Room", new_work(ada))
    new_exhibition(ada)
    feature(target_type="artist", target_id=ada.pk, by=mo)
    set_active(user=ada, is_active=False, by=mo)
    assert featured(visitor) == {"artworks": [], "artists": [], "galleries": [], "exhibitions": []}


def test_artists_and_galleries_with_nothing_to_show_are_not_new(ada, visitor):
    Gallery.objects.create(owner=ada, name="Empty", slug="empty")
    new_work(ada, status="draft")
    assert Artist.objects.count() == 1
    assert featured(visitor)["artists"] == featured(visitor)["galleries"] == []


def test_more_of_everything_costs_no_more_queries(ada, ben, cyn, mo, visitor, django_assert_max_num_queries):
    for person in (ada, ben, cyn):
        for number in range(4):
            new_room(person, f"Room {number}", new_work(person, tags=["sea"]))
        new_exhibition(person)
    trending(ada.artist, 2)
    pick(Artwork.objects.first(), mo)
    with django_assert_max_num_queries(50):
        featured(visitor)
