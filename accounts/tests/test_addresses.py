"""Changing and verifying an address."""

import re

import pytest
from django.core import mail

from accounts.links import uid_of, verification_tokens
from accounts.models import User
from accounts.tasks.mails import send_verification
from accounts.tests.answers import errors_of

PASSWORD = "correct horse battery"
LINK = re.compile(r"http://testserver/verify/(?P<uid>[\w-]+)/(?P<token>[\w-]+)\n")


def link_in(message) -> dict[str, str]:
    return LINK.search(message.body).groupdict()


def register(client) -> dict[str, str]:
    client.post("/api/auth/register", {"username": "dora", "email": "dora@example.org", "password": PASSWORD})
    return link_in(mail.outbox[-1])


def change(client, email, **body):
    return client.put("/api/auth/user", {"email": email, "password": PASSWORD} | body)


def test_registering_mails_a_link_that_verifies_the_address(visitor):
    link = register(visitor)
    assert [message.to for message in mail.outbox] == [["dora@example.org"]]
    visitor.logout()
    response = visitor.post("/api/auth/email/verify", link)
    assert (response.status_code, response.json()["is_verified"]) == (200, True)
    assert User.objects.get().is_verified


def test_a_link_works_once(visitor):
    link = register(visitor)
    visitor.post("/api/auth/email/verify", link)
    response = visitor.post("/api/auth/email/verify", link)
    assert (response.status_code, errors_of(response)) == (400, {"token": "invalid_token"})


@pytest.mark.parametrize(("part", "value"), [("uid", "AAAA"), ("uid", "ü"), ("token", "x"), ("token", "a-b")])
def test_an_altered_link_verifies_nothing(visitor, part, value):
    response = visitor.post("/api/auth/email/verify", register(visitor) | {part: value})
    assert errors_of(response) == {"token": "invalid_token"}
    assert not User.objects.get().is_verified


def test_anothers_token_verifies_nothing(visitor, ada, ben):
    body = {"uid": uid_of(ada), "token": verification_tokens.make_token(ben)}
    assert visitor.post("/api/auth/email/verify", body).status_code == 400


def test_a_new_address_is_unverified_until_its_own_link_is_followed(client_of, ada, visitor):
    User.objects.update(is_verified=True)
    response = change(client_of(ada), "ada@studio.example")
    assert (response.json()["email"], response.json()["is_verified"]) == ("ada@studio.example", False)
    assert mail.outbox[0].to == ["ada@studio.example"]
    assert visitor.post("/api/auth/email/verify", link_in(mail.outbox[0])).status_code == 200


def test_the_link_for_the_former_address_dies(visitor):
    link = register(visitor)
    change(visitor, "dora@studio.example")
    assert visitor.post("/api/auth/email/verify", link).status_code == 400


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({"password": "wrong"}, {"password": "wrong_password"}),
        ({"email": "BEN@example.org"}, {"email": "unique"}),
        ({"email": "nowhere"}, {"email": "invalid"}),
    ],
)
def test_a_wrong_password_or_a_taken_address_changes_nothing(client_of, ada, ben, body, errors):
    response = client_of(ada).put("/api/auth/user", {"email": "new@example.org", "password": PASSWORD} | body)
    assert (response.status_code, errors_of(response)) == (400, errors)
    assert User.objects.get(pk=ada.pk).email == "ada@example.org"
    assert mail.outbox == []


def test_a_new_address_needs_the_password(client_of, ada):
    assert errors_of(client_of(ada).put("/api/auth/user", {"email": "a@b.org"})) == {"password": "required"}


def test_a_refused_address_leaves_the_preferences_as_they_were(client_of, ada, ben):
    client = client_of(ada)
    change(client, "ben@example.org", preferences={"appearance": "dark"})
    assert client.get("/api/auth/user").json()["preferences"]["appearance"] == "system"


def test_the_present_address_changes_nothing(client_of, ada):
    User.objects.update(is_verified=True)
    assert change(client_of(ada), "ada@EXAMPLE.org").json()["is_verified"] is True
    assert mail.outbox == []


def test_ones_own_address_may_be_spelled_anew(client_of, ada):
    assert change(client_of(ada), "Ada@example.org").json()["email"] == "Ada@example.org"


def test_the_mail_is_written_in_the_persons_language(visitor, settings):
    register(visitor)
    User.objects.update(language="de")
    send_verification.call(str(User.objects.get().pk), "http://testserver")
    assert len(mail.outbox) == 2


def test_no_mail_goes_out_for_an_address_that_is_verified(ada):
    User.objects.update(is_verified=True)
    send_verification.call(str(ada.pk), "http://testserver")
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_of_two_who_want_one_address_at_once_one_gets_it(at_once, client_of, ada, ben):
    clients = [client_of(ada), client_of(ben)]
    answers = at_once(2, lambda index: change(clients[index], "studio@example.org"))
    assert sorted(answer.status_code for answer in answers) == [200, 400]
