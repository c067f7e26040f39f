"""The page of the people that one keeps away."""

from uuid import uuid4

import pytest

from conftest import person
from social.actions.blocks import set_block
from social.models import Block


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def test_whom_one_blocks_is_named_and_let_near_again_by_a_button(read, adas, ada, ben):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    assert read(adas, "/blocks").one("button", name="artist_id")["value"] == str(ben.pk)
    answer = adas.post("/blocks", {"artist_id": str(ben.pk)}, format="multipart")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/blocks")
    assert not Block.objects.exists()
    page = read(adas, "/blocks")
    assert page.one("p", role="status").text == "You no longer block ben."
    assert "You block nobody." in page.text


def test_nobody_learns_there_who_blocks_them(read, client_of, ada, ben):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    assert "You block nobody." in read(client_of(ben), "/blocks").text


def test_of_whom_one_does_not_block_nothing_changes(read, adas, ada, ben, client_of):
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    for each in (ben.pk, uuid4()):
        assert adas.post("/blocks", {"artist_id": str(each)}, format="multipart").status_code == 302
    assert Block.objects.count() == 1
    assert not read(adas, "/blocks").all("p", role="status")


@pytest.mark.parametrize("sent", [{}, {"artist_id": "x"}, {"artist_id": "own"}])
def test_what_is_nobody_is_refused(adas, ada, sent):
    sent = {"artist_id": str(ada.pk)} if sent == {"artist_id": "own"} else sent
    assert adas.post("/blocks", sent, format="multipart").status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, ada, number):
    for place in range(number):
        set_block(artist_id=person(f"pest{place}").pk, by=ada, blocked=True)
    with django_assert_num_queries(4):
        adas.get("/blocks")
