"""What `manage.py check` says about accounts."""

import pytest

from accounts.checks import (
    credit_change_steps_exist,
    deletion_steps_exist,
    is_public,
    mails_leave_the_house,
    reservations_in_use_exist,
)

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize("host", ["*", "atelier.example", ".atelier.example", "8.8.8.8"])
def test_hosts_that_the_public_reaches(host):
    assert is_public(host)


@pytest.mark.parametrize(
    "host", ["localhost", ".localhost", "127.0.0.1", "[::1]", "0.0.0.0", "box.local", "192.168.1.2"]
)
def test_hosts_of_ones_own(host):
    assert not is_public(host)


@pytest.mark.parametrize(
    ("host", "backend", "debug", "ids"),
    [
        ("atelier.example", CONSOLE, False, ["accounts.W001"]),
        ("atelier.example", SMTP, False, []),
        ("atelier.example", CONSOLE, True, []),
        ("localhost", CONSOLE, False, []),
    ],
)
def test_a_public_site_that_sends_no_mail_is_warned(settings, host, backend, debug, ids):
    settings.ALLOWED_HOSTS, settings.EMAIL_BACKEND, settings.DEBUG = [host], backend, debug
    assert [message.id for message in mails_leave_the_house()] == ids


@pytest.mark.parametrize(
    ("step", "ids"),
    [
        ("accounts.tests.test_deletion.note", []),
        ("accounts.nowhere.at_all", ["accounts.E001"]),
        ("x", ["accounts.E001"]),
    ],
)
def test_a_misspelled_deletion_step_is_an_error(settings, step, ids):
    settings.ACCOUNT_DELETION_STEPS = [step]
    assert [message.id for message in deletion_steps_exist()] == ids


def test_a_misspelled_step_after_a_change_of_credit_is_an_error(settings):
    settings.CREDIT_CHANGE_STEPS = ["accounts.tests.test_deletion.note", "accounts.nowhere.at_all"]
    assert [message.id for message in credit_change_steps_exist()] == ["accounts.E002"]


def test_a_misspelled_name_of_what_holds_reservations_is_an_error(settings):
    settings.RESERVATIONS_IN_USE = ["accounts.nowhere.at_all"]
    (message,) = reservations_in_use_exist()
    assert (message.id, "take nothing" in message.hint) == ("accounts.E003", True)
