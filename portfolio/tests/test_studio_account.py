"""The page of one's account: each of its forms does one thing and says what stands against it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AccessToken, Session, User
from accounts.tasks.mails import send_verification
from conftest import PASSWORD
from portfolio.tests.commission_rooms import post

PATH = "/studio/account"
NEXT = "another horse battery"


@pytest.fixture
def adas(ada) -> APIClient:
    client = APIClient()
    client.force_login(ada)
    return client


def send(client, form, **told):
    return post(client, PATH, form=form, **told)


def said(read, client) -> str:
    return read(client, PATH).one("p", role="status").text


def test_another_address_takes_the_password_and_waits_to_be_verified(read, adas, ada):
    User.objects.update(is_verified=True)
    answer = send(adas, "email", email="ada@example.net", password=PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (303, PATH)
    assert said(read, adas) == "Your address is changed. Open the link that we mailed there."
    kept = User.objects.get()
    assert (kept.email, kept.is_verified) == ("ada@example.net", False)
    send(adas, "email", email="ada@example.net", password=PASSWORD)
    assert said(read, adas) == "This is your address already."


@pytest.mark.parametrize(
    ("form", "told", "field"),
    [
        ("email", {"email": "ada@example.net", "password": "wrong"}, "password"),
        ("email", {"email": "ada", "password": PASSWORD}, "email"),
        ("email", {"email": "ben@example.org", "password": PASSWORD}, "email"),
        ("password", {"old_password": "wrong", "new_password": NEXT}, "old_password"),
        ("password", {"old_password": PASSWORD, "new_password": "12345678"}, "new_password"),
        ("display", {"language": "xx", "appearance": "dark"}, "language"),
        ("display", {"language": "en", "appearance": "pink"}, "appearance"),
        ("token", {"name": "", "expires_at": ""}, "name"),
        ("token", {"name": "sync", "expires_at": "2020-01-01"}, "expires_at"),
        ("delete", {"password": "wrong"}, "password"),
    ],
)
def test_what_stands_against_it_is_told_beside_its_field(adas, ada, ben, form, told, field):
    answer = send(adas, form, **told)
    assert answer.status_code == 200
    assert f'id="{form}-{field}_error"' in answer.content.decode()
    kept = User.objects.get(username="ada")
    assert (kept.email, kept.check_password(PASSWORD), kept.appearance) == ("ada@example.org", True, "system")
    assert not AccessToken.objects.exists()


def test_no_password_is_sent_back(adas, ada):
    assert PASSWORD not in send(adas, "email", email="no", password=PASSWORD).content.decode()


def test_the_link_is_mailed_again_until_the_address_is_verified(read, adas, ada):
    assert "Mail the link again" in read(adas, PATH).text
    send(adas, "resend")
    assert said(read, adas) == "The mail is on its way to ada@example.org."
    send_verification.call(str(ada.pk), "https://example.org")
    assert mail.outbox[-1].to == ["ada@example.org"]
    User.objects.update(is_verified=True)
    assert "Mail the link again" not in read(adas, PATH).text


def test_another_password_keeps_this_session_and_ends_the_others(read, adas, ada):
    other = APIClient()
    other.force_login(ada)
    send(adas, "password", old_password=PASSWORD, new_password=NEXT)
    assert said(read, adas) == "Your password is changed, and 1 other session has ended."
    assert User.objects.get().check_password(NEXT)
    assert other.get(PATH).status_code == 302


def test_language_and_appearance_hold_from_the_next_page_on(read, adas, ada):
    answer = send(adas, "display", language="de", appearance="dark")
    assert answer.cookies["language"].value == "de"
    page = read(adas, PATH)
    assert (page.one("html")["lang"], page.one("html")["data-appearance"]) == ("de", "dark")


def test_a_language_that_is_not_spoken_here_stays_where_it_was_chosen_elsewhere(adas, ada):
    User.objects.update(language="fr")
    send(adas, "display", language="fr", appearance="light")
    assert User.objects.get().language == "fr"


def test_a_token_tells_its_secret_once_and_is_revoked(read, adas, ada):
    tomorrow = (timezone.now() + timedelta(days=1)).date()
    answer = send(adas, "token", name="Backup", expires_at=tomorrow.isoformat())
    token = AccessToken.objects.get()
    assert f"<code>{token.prefix}" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert token.expires_at.date() == tomorrow + timedelta(days=1)
    page = read(adas, PATH)
    assert "Backup" in page.text
    assert "shown this once" not in page.text
    send(adas, "revoke", token=str(token.pk))
    assert said(read, adas) == "“Backup” is revoked."
    assert not AccessToken.objects.exists()


def test_nobody_revokes_anothers_token(adas, ada, ben):
    token = AccessToken.objects.create(user=ben, name="sync", digest="0" * 64)
    assert send(adas, "revoke", token=str(token.pk)).status_code == 404
    assert AccessToken.objects.exists()


def test_the_account_goes_with_its_session(adas, ada):
    answer = send(adas, "delete", password=PASSWORD)
    assert "Your account is deleted" in answer.content.decode()
    assert not User.objects.exists()
    assert not Session.objects.exists()
    assert adas.get(PATH).status_code == 302


@pytest.mark.parametrize("form", ["", "none"])
def test_a_form_that_there_is_not_is_refused(adas, form):
    assert send(adas, form).status_code == 400


def test_a_spent_limit_is_told_on_the_form(settings, adas, ada):
    settings.RATE_LIMITS = {"login": (1, 60)}
    send(adas, "password", old_password="wrong", new_password=NEXT)
    answer = send(adas, "password", old_password="wrong", new_password=NEXT)
    assert answer.status_code == 429
    assert "Too many requests." in answer.content.decode()


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_the_same_queries_however_many_tokens_there_are(
    django_assert_max_num_queries, adas, ada, number
):
    for each in range(number):
        AccessToken.objects.create(user=ada, name=str(each), digest=f"{each:064}")
    adas.get(PATH)
    with django_assert_max_num_queries(5):
        adas.get(PATH)


def test_a_visitor_signs_in_first(visitor):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"
