"""Who gets the pictures of a work: whoever sees the work, through the work alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.artworks import change_artwork, create_artwork
from gallery.models import Artwork, Image
from gallery.tests.albums import add, make
from gallery.tests.pictures import jpeg
from gallery.tests.showing import ask, grey_png, seen, show, view_of

ROUTES = ("image", "thumbnail")
HIDDEN = [
    {"status": "draft"},
    {"availability_status": "private"},
    {"status": "scheduled", "published_at": timezone.now() + timedelta(days=300)},
]


@pytest.fixture
def clients(client_of, ada, ben, mo, visitor):
    return {"ada": client_of(ada), "ben": client_of(ben), "mo": client_of(mo), "visitor": visitor}


def given(clients, work, route):
    return {name: ask(client, work, route, size="small").status_code for name, client in clients.items()}


@pytest.mark.parametrize("route", ROUTES)
def test_everyone_gets_those_of_a_public_work_by_their_own_address_too(clients, adas, ada, route):
    work = show(adas, ada)
    assert given(clients, work, route) == {"ada": 200, "ben": 200, "mo": 200, "visitor": 200}
    own = {name: client.get(f"/api/images/{view_of(work)}/thumbnail").status_code for name, client in clients.items()}
    assert own == {"ada": 200, "ben": 200, "mo": 200, "visitor": 200}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("facts", HIDDEN, ids=lambda facts: next(iter(facts.values())))
def test_those_of_a_hidden_work_are_the_artists_alone(clients, adas, ada, facts, route):
    assert given(clients, show(adas, ada, **facts), route) == {"ada": 200, "ben": 404, "mo": 404, "visitor": 404}


@pytest.mark.parametrize("facts", HIDDEN, ids=lambda facts: next(iter(facts.values())))
def test_hiding_takes_effect_with_the_next_request(adas, ada, visitor, facts):
    work = show(adas, ada)
    first = ask(visitor, work)
    change_artwork(artwork=work, by=ada, **facts)
    again = visitor.get(f"/api/artworks/{work.pk}/thumbnail?format=png", headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 404)


def test_an_absent_work_and_an_unseen_one_are_told_alike(adas, ada, visitor):
    work = show(adas, ada, status="draft")
    unseen = ask(visitor, work)
    Artwork.objects.filter(pk=work.pk).delete()
    absent = ask(visitor, work)
    assert (absent.status_code, absent.json()) == (unseen.status_code, unseen.json())


def test_a_view_is_named_by_its_picture_and_the_first_is_the_main_one(adas, ada, visitor):
    work = show(adas, ada, grey_png(600, 400), jpeg(300, 200))
    assert seen(visitor, work).size == seen(visitor, work, image=view_of(work, 0)).size == (600, 400)
    assert seen(visitor, work, "image", image=view_of(work, 1)).size == (300, 200)


def test_a_picture_that_the_work_does_not_show_is_404(adas, ada, visitor):
    work, other = show(adas, ada), show(adas, ada, jpeg())
    for client in (adas, visitor):
        for route in ROUTES:
            assert ask(client, work, route, image=view_of(other)).status_code == 404
    assert ask(visitor, work, "image", image=view_of(other), size="original").status_code == 404


def test_a_picture_of_a_draft_is_not_opened_by_another_work_beside_it(adas, ada, visitor):
    draft, work = show(adas, ada, jpeg(), status="draft"), show(adas, ada)
    assert ask(visitor, draft, image=view_of(work)).status_code == 404
    assert ask(visitor, work, image=view_of(draft)).status_code == 404


def test_a_public_album_does_not_open_the_work_nor_the_work_the_picture(adas, ada, visitor):
    work = show(adas, ada, status="draft")
    add(adas, make(adas, privacy_setting="public")["id"], view_of(work))
    assert Image.objects.get().is_public
    assert ask(visitor, work).status_code == 404
    assert visitor.get(f"/api/images/{view_of(work)}/thumbnail").status_code == 200


def test_a_picture_in_two_works_goes_out_through_the_one_that_is_public(adas, ada, visitor):
    draft = show(adas, ada, status="draft")
    work = create_artwork(by=ada, title="Open", image_ids=[view_of(draft)])
    assert (ask(visitor, draft).status_code, ask(visitor, work).status_code) == (404, 200)
    change_artwork(artwork=work, by=ada, status="draft")
    assert ask(visitor, work).status_code == 404
    assert not Image.objects.get().is_shown


def test_an_invalid_token_is_told_so(adas, ada, visitor):
    work = show(adas, ada)
    assert visitor.get(f"/api/artworks/{work.pk}/thumbnail", headers={"Authorization": "Bearer no"}).status_code == 401
