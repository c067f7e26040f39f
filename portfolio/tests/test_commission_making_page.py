"""The page on which a finished commission becomes a work."""

import pytest

from gallery.models import Artwork
from gallery.tests.library import new_image
from portfolio.actions.messages import write_message
from portfolio.tests.commission_rooms import asked, fresh, post, room


@pytest.fixture
def done(ada, ben):
    return asked(ben, ada, "completed")


def test_pictures_that_were_sent_come_before_those_of_the_library(read, client_of, ada, done):
    sent, other = new_image(ada, "Sent"), new_image(ada, "Other", visibility="private")
    for _ in range(2):
        write_message(commission=done, by=ada, text=f"See {_}.", files=[sent.pk])
    page = read(client_of(ada), room(done, "artwork"))
    assert [field["value"] for field in page.all("input", name="image_ids")] == [str(sent.pk), str(other.pk)]
    assert [legend.text for legend in page.all("legend")] == ["Sent in this commission", "In your library"]
    assert page.one("input", name="title")["value"] == "A view for the stairwell"


def test_the_work_is_a_draft_to_which_the_room_leads_from_then_on(read, client_of, ada, done):
    images, adas = [new_image(ada), new_image(ada)], client_of(ada)
    answer = post(adas, room(done, "artwork"), title="Stairs", image_ids=[str(image.pk) for image in images])
    work = Artwork.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}")
    assert (work.title, work.status, work.owner) == ("Stairs", "draft", ada)
    assert read(adas, room(done)).one("a", href=f"/artworks/{work.pk}")
    assert adas.get(room(done, "artwork")).headers["Location"] == room(done)


@pytest.mark.parametrize("chosen", [[], ["x"], ["0190c0de-0000-7000-8000-000000000000"]])
def test_without_a_picture_of_ones_own_nothing_is_made(client_of, ada, done, chosen):
    answer = post(client_of(ada), room(done, "artwork"), title="Stairs", image_ids=chosen)
    assert answer.status_code == 200
    assert 'id="image_ids_error"' in answer.content.decode()
    assert not Artwork.objects.exists()


def test_what_was_chosen_stays_chosen_while_something_is_put_right(read, client_of, ada, done):
    image = new_image(ada)
    answer = post(client_of(ada), room(done, "artwork"), title="", image_ids=[str(image.pk)])
    assert f'value="{image.pk}" autocomplete="off" checked' in answer.content.decode()


@pytest.mark.parametrize("status", ["requested", "accepted", "in_progress", "declined", "cancelled"])
def test_what_is_not_completed_leads_back_to_the_room(client_of, ada, ben, status):
    commission, adas = asked(ben, ada, status), client_of(ada)
    assert adas.get(room(commission, "artwork")).headers["Location"] == room(commission)
    image = new_image(ada)
    answer = post(adas, room(commission, "artwork"), title="Stairs", image_ids=[str(image.pk)])
    assert answer.headers["Location"] == f"{room(commission)}#told"
    assert not Artwork.objects.exists()


def test_it_is_not_the_clients_to_make(client_of, ben, done):
    assert client_of(ben).get(room(done, "artwork")).headers["Location"] == room(done)
    image = new_image(ben)
    assert post(client_of(ben), room(done, "artwork"), title="Mine", image_ids=[str(image.pk)]).status_code == 403
    assert fresh(done).artwork is None


@pytest.mark.parametrize("number", [1, 3, 24])
def test_it_costs_the_same_queries_for_any_number_of_pictures(django_assert_num_queries, client_of, ada, done, number):
    for _ in range(number):
        new_image(ada)
    client = client_of(ada)
    with django_assert_num_queries(5):
        client.get(room(done, "artwork"))
