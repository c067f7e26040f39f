"""To whom jurors are close, as they declare it."""

import pytest

from conftest import person
from gallery.tests.library import codes
from gallery.tests.withholding import suspended
from portfolio.models import ConflictOfInterest
from portfolio.tests.calls import ROUTE
from portfolio.tests.entries import new_exhibition, new_juror

pytestmark = pytest.mark.django_db


@pytest.fixture
def bens(ben, client_of):
    return client_of(ben)


@pytest.fixture
def exhibition(ada, ben):
    exhibition = new_exhibition(ada)
    new_juror(exhibition, ben)
    return exhibition


def declare(client, exhibition, *usernames):
    return client.put(f"{ROUTE}/{exhibition.pk}/conflicts", {"usernames": usernames})


def declared(client, exhibition):
    answer = client.get(f"{ROUTE}/{exhibition.pk}/conflicts")
    assert answer.status_code == 200, answer.content
    return [each["username"] for each in answer.json()["conflicts"]]


def test_a_juror_says_to_whom_they_are_close_and_says_it_anew(cyn, bens, exhibition):
    person("dan")
    assert declared(bens, exhibition) == []
    answer = declare(bens, exhibition, "dan", "@CYN", "cyn")
    assert (answer.status_code, answer.json()["conflicts"][0]) == (
        200,
        {"id": str(cyn.pk), "username": "cyn", "artist_name": "cyn"},
    )
    assert declared(bens, exhibition) == ["cyn", "dan"]
    declare(bens, exhibition, "dan")
    assert declared(bens, exhibition) == ["dan"]
    declare(bens, exhibition)
    assert declared(bens, exhibition) == []


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["nobody"], "does_not_exist"),
        (["cyn"], "does_not_exist"),
        (["ben"], "invalid"),
        ([f"n{i}" for i in range(201)], "max_length"),
    ],
)
def test_who_is_not_there_and_oneself_are_refused_and_nothing_changes(ada, cyn, mo, bens, exhibition, names, code):
    declare(bens, exhibition, "ada")
    suspended(cyn, mo)
    answer = declare(bens, exhibition, "ada", *names)
    assert (answer.status_code, codes(answer)) == (400, {"usernames": code})
    assert declared(bens, exhibition) == ["ada"]


@pytest.mark.parametrize("sent", [{}, {"usernames": "cyn"}, {"usernames": [None]}, {"usernames": [["cyn"]]}])
def test_what_is_no_list_of_names_is_refused(bens, exhibition, sent):
    assert bens.put(f"{ROUTE}/{exhibition.pk}/conflicts", sent).status_code == 400


@pytest.mark.parametrize("status", ["open", "jurying", "announced", "running", "closed"])
@pytest.mark.parametrize("blind", [True, False])
def test_in_a_blind_jury_it_is_said_before_jurying_begins(ada, ben, cyn, bens, status, blind):
    exhibition = new_exhibition(ada, status=status, blind=blind)
    new_juror(exhibition, ben)
    answer = declare(bens, exhibition, "cyn")
    if blind and status != "open":
        assert (answer.status_code, codes(answer)) == (409, {None: "too_late"})
    else:
        assert answer.status_code == 200
    assert ConflictOfInterest.objects.exists() == (answer.status_code == 200)


@pytest.mark.parametrize("who", ["organiser", "stranger", "staff", "visitor"])
def test_nobody_else_is_told_or_declares_any(ada, cyn, mo, client_of, visitor, exhibition, who):
    client = visitor if who == "visitor" else client_of({"organiser": ada, "stranger": cyn, "staff": mo}[who])
    answers = [client.get(f"{ROUTE}/{exhibition.pk}/conflicts"), declare(client, exhibition, "moe")]
    assert {each.status_code for each in answers} == {401 if who == "visitor" else 403}
    assert not ConflictOfInterest.objects.exists()


def test_each_jury_is_another(ada, ben, cyn, bens, exhibition):
    other = new_exhibition(ada, title="Low Tide")
    new_juror(other, ben)
    declare(bens, exhibition, "cyn")
    assert declared(bens, other) == []
