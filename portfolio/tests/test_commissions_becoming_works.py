"""A finished commission becomes a work among the artist's others."""

import pytest

from gallery.actions.artworks import delete_artwork
from gallery.models import Artwork
from gallery.tests.library import codes, new_image
from portfolio.actions.commission_works import make_artwork
from portfolio.models import Commission
from portfolio.tests.commissioning import STATUSES, kept, place, row, told
from social.tests.conftest import at_once

__all__ = ["at_once"]


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def make(client, commission, *images, **said):
    return client.post(place(commission, "artwork"), {"image_ids": [str(image.pk) for image in images], **said})


def test_it_is_a_draft_that_is_called_as_the_commission_is(ada, ben, adas, client_of):
    commission, images = row(ben, ada, "completed"), [new_image(ada), new_image(ada)]
    answer = make(adas, commission, *images)
    assert answer.status_code == 201, answer.content
    work = Artwork.objects.get()
    assert (work.title, work.status, work.owner, work.is_public) == ("Harbour", "draft", ada, False)
    assert [image["id"] for image in answer.json()["images"]] == [str(image.pk) for image in images]
    assert told(adas, commission)["artwork_id"] == str(work.pk)
    assert client_of(ben).get(f"/api/artworks/{work.pk}").status_code == 404


def test_it_may_be_called_otherwise(ada, ben, adas):
    commission = row(ben, ada, "completed")
    answer = make(adas, commission, new_image(ada), title="Dawn", description="Oil").json()
    assert (answer["title"], answer["description"], answer["status"]) == ("Dawn", "Oil", "draft")


@pytest.mark.parametrize("status", STATUSES)
def test_only_of_what_is_completed(ada, ben, adas, status):
    commission, image = row(ben, ada, status), new_image(ada)
    answer = make(adas, commission, image)
    if status == "completed":
        assert answer.status_code == 201
    else:
        assert (answer.status_code, codes(answer), Artwork.objects.count()) == (409, {None: "not_completed"}, 0)


def test_only_by_the_artist(ada, ben, client_of):
    commission = row(ben, ada, "completed")
    assert make(client_of(ben), commission, new_image(ben)).status_code == 403
    assert not Artwork.objects.exists()


def test_once_while_that_work_is_there(ada, ben, adas):
    commission, image = row(ben, ada, "completed"), new_image(ada)
    make(adas, commission, image)
    assert codes(make(adas, commission, image)) == {None: "artwork_exists"}
    delete_artwork(artwork=Artwork.objects.get(), by=ada, keep_images=True)
    assert make(adas, commission, image).status_code == 201


@pytest.mark.parametrize("images", [["x"], [], None, "theirs"])
def test_only_of_ones_own_pictures(ada, ben, adas, images):
    commission = row(ben, ada, "completed")
    before = kept(commission)
    sent = [str(new_image(ben, visibility="public").pk)] if images == "theirs" else images
    answer = adas.post(place(commission, "artwork"), {"image_ids": sent})
    assert (answer.status_code, set(codes(answer)), kept(commission)) == (400, {"image_ids"}, before)


@pytest.mark.django_db(transaction=True)
def test_asked_for_five_times_at_once_it_is_one_work(ada, ben, at_once):
    row(ben, ada, "completed")
    image = new_image(ada)
    read = [Commission.objects.get() for _ in range(5)]
    made = at_once(5, lambda index: make_artwork(commission=read[index], by=ada, image_ids=[image.pk]))
    refused = [each.code for each in made if isinstance(each, Exception)]
    assert (refused, Artwork.objects.count()) == (["artwork_exists"] * 4, 1)
