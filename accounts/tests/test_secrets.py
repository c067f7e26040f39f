"""What must never be written down: passwords, tokens, links."""

import logging
import re

import pytest
from django.core import mail

from accounts.models import AccessToken, Guess, RateCount, Session, User

PASSWORD, WRONG = "correct horse battery", "wrong horse battery"


@pytest.fixture
def secrets(visitor, caplog) -> list[str]:
    """Everything secret of a visit from registration to reset, with the log open at its widest."""
    caplog.set_level(logging.DEBUG, logger="atelier")
    visitor.post("/api/auth/register", {"username": "dora", "email": "dora@example.org", "password": PASSWORD})
    token = visitor.post("/api/auth/tokens", {"name": "sync"}).json()["token"]
    session = visitor.cookies["sessionid"].value
    visitor.post("/api/auth/logout")
    visitor.post("/api/auth/login", {"username": "dora", "password": WRONG})
    visitor.post("/api/auth/password/reset", {"email": "dora@example.org"})
    links = [re.search(r"/(?:verify|reset)/[\w-]+/([\w-]+)", message.body)[1] for message in mail.outbox]
    return [PASSWORD, WRONG, token, session, *links]


def test_nothing_secret_is_logged(secrets, caplog):
    records = [record for record in caplog.get_records("setup") if record.name.startswith("atelier")]
    written = " ".join(f"{record.getMessage()} {vars(record)}" for record in records)
    assert "account registered" in written
    assert "sign-in refused" in written
    assert not [secret for secret in secrets if secret in written]


def test_nothing_secret_is_stored_in_the_clear(secrets):
    rows = [row for model in (User, AccessToken, Guess, RateCount) for row in model.objects.values()]
    assert not [secret for secret in secrets if secret in str(rows)]
    assert not Session.objects.exists()


def test_each_mail_goes_to_one_address_and_holds_one_link(secrets):
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        assert message.to == ["dora@example.org"]
        assert message.body.count("http://testserver/") == 1
        assert "\n" not in message.subject
        assert "dora" in message.body


def test_a_host_that_is_not_ours_gets_into_no_mail(visitor, ada):
    response = visitor.post("/api/auth/password/reset", {"email": "ada@example.org"}, HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert mail.outbox == []
