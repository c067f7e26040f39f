"""A juror says to whom they are close."""

import pytest

from portfolio.models import ConflictOfInterest, Exhibition
from portfolio.tests.entries import new_exhibition, new_juror
from social.actions.follows import set_follow

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    return new_exhibition(ben, blind=True)


@pytest.fixture
def cyns(call, cyn, client_of):
    new_juror(call, cyn)
    return client_of(cyn)


def at(exhibition) -> str:
    return f"/exhibitions/{exhibition.pk}/conflicts"


def declared() -> set[str]:
    return set(ConflictOfInterest.objects.values_list("artist__username", flat=True))


def test_those_whom_one_follows_can_be_ticked_and_others_named(read, cyns, call, cyn, ada, mo, ben):
    set_follow(artist_id=ada.pk, by=cyn, following=True)
    assert [box["value"] for box in read(cyns, at(call)).all("input", name="known")] == ["ada"]
    answer = cyns.post(at(call), {"known": ["ada"], "usernames": "@moe, ada  BEN"}, format="multipart")
    assert answer.headers["Location"] == at(call)
    assert declared() == {"ada", "moe", "ben"}
    page = read(cyns, at(call))
    assert "It is kept." in page.text
    assert [box["value"] for box in page.all("input", name="known", checked="")] == ["ada", "ben", "moe"]


def test_what_is_unticked_holds_no_longer(cyns, call, ada):
    cyns.post(at(call), {"usernames": "ada"}, format="multipart")
    cyns.post(at(call), {"usernames": ""}, format="multipart")
    assert declared() == set()


@pytest.mark.parametrize("names", ["nobody.there", "cyn", "ada nobody"])
def test_who_is_not_there_and_oneself_is_told_beside_the_field_and_stays_typed(cyns, call, ada, names):
    answer = cyns.post(at(call), {"known": ["ada"], "usernames": names}, format="multipart")
    text = answer.content.decode()
    assert (answer.status_code, declared()) == (200, set())
    assert f'value="{names}"' in text
    assert 'id="id_usernames_error"' in text


def test_in_a_blind_jury_it_is_settled_once_jurying_began(read, cyns, call, ada):
    cyns.post(at(call), {"usernames": "ada"}, format="multipart")
    Exhibition.objects.update(status="jurying")
    page = read(cyns, at(call))
    assert "This jury is blind and has begun." in page.text
    assert not page.all("input", name="usernames")
    answer = cyns.post(at(call), {"usernames": ""}, format="multipart")
    assert (answer.status_code, declared()) == (200, {"ada"})
    assert 'role="alert"' in answer.content.decode()


def test_else_it_can_be_said_at_any_time(read, cyns, call, ada):
    Exhibition.objects.update(status="jurying", blind=False)
    assert cyns.post(at(call), {"usernames": "ada"}, format="multipart").status_code == 303
    assert declared() == {"ada"}


def test_it_is_the_jurys_alone(visitor, client_of, call, cyns, ada, ben):
    assert visitor.get(at(call)).headers["Location"] == f"/login?next={at(call)}"
    for other in (ada, ben):
        assert client_of(other).get(at(call)).status_code == 404
        assert client_of(other).post(at(call), {"usernames": "cyn"}, format="multipart").status_code == 404
    assert declared() == set()
