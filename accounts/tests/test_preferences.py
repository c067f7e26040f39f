"""Preferences."""

import pytest

from accounts.models.preferences import NOTIFICATION_KINDS, mails_by_default
from accounts.tests.answers import errors_of


def change(client, **preferences):
    return client.put("/api/auth/user", {"preferences": preferences})


def test_at_first_everything_is_cautious(client_of, ada):
    assert client_of(ada).get("/api/auth/user").json()["preferences"] == {
        "language": "en",
        "appearance": "system",
        "default_visibility": "private",
        "share_location": False,
        "ai_training": "unspecified",
        "copyright_notice": "",
        "notifications": dict.fromkeys(NOTIFICATION_KINDS, True),
        "notification_mails": mails_by_default(),
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),
        ("appearance", "dark"),
        ("default_visibility", "public"),
        ("share_location", True),
        ("ai_training", "disallowed"),
        ("copyright_notice", "© Ada"),
    ],
)
def test_one_key_changes_and_the_others_stay(client_of, ada, name, value):
    client = client_of(ada)
    before = client.get("/api/auth/user").json()["preferences"]
    assert change(client, **{name: value}).json()["preferences"] == before | {name: value}
    assert client.get("/api/auth/user").json()["preferences"] == before | {name: value}


def test_notifications_are_merged_kind_by_kind(client_of, ada):
    client = client_of(ada)
    change(client, notifications={"like": False})
    told = change(client, notifications={"follow": False}).json()["preferences"]["notifications"]
    assert {kind for kind, wanted in told.items() if not wanted} == {"like", "follow"}


def test_patch_does_as_put(client_of, ada):
    response = client_of(ada).patch("/api/auth/user", {"preferences": {"appearance": "light"}})
    assert response.json()["preferences"]["appearance"] == "light"


def test_a_form_may_spell_the_path(client_of, ada):
    response = client_of(ada).put("/api/auth/user", {"preferences.appearance": "dark"}, format="multipart")
    assert response.json()["preferences"]["appearance"] == "dark"


@pytest.mark.parametrize(
    ("preferences", "attr"),
    [
        ({"colour": 1}, "preferences.colour"),
        ({"notifications": {"spam": True}}, "preferences.notifications.spam"),
        ({"notifications": {"like": "perhaps"}}, "preferences.notifications.like"),
        ({"notifications": []}, "preferences.notifications.non_field_errors"),
        ({"notification_mails": {"spam": "never"}}, "preferences.notification_mails.spam"),
        ({"notification_mails": {"moderation": "never"}}, "preferences.notification_mails.moderation"),
        ({"notification_mails": {"like": "hourly"}}, "preferences.notification_mails.like"),
        ({"default_visibility": "unlisted"}, "preferences.default_visibility"),
        ({"language": "xx"}, "preferences.language"),
        ({"ai_training": None}, "preferences.ai_training"),
        ({"copyright_notice": "x" * 501}, "preferences.copyright_notice"),
        ({"copyright_notice": "a\x00b"}, "preferences.copyright_notice"),
    ],
)
def test_what_cannot_be_is_refused_by_its_path(client_of, ada, preferences, attr):
    response = change(client_of(ada), **preferences)
    assert response.status_code == 400
    assert list(errors_of(response)) == [attr]


def test_one_bad_key_changes_nothing(client_of, ada):
    client = client_of(ada)
    change(client, appearance="dark", language="xx")
    assert client.get("/api/auth/user").json()["preferences"]["appearance"] == "system"


def test_mails_are_merged_kind_by_kind(client_of, ada):
    client = client_of(ada)
    change(client, notification_mails={"like": "never"})
    told = change(client, notification_mails={"follow": "immediate"}).json()["preferences"]["notification_mails"]
    assert told == mails_by_default() | {"like": "never", "follow": "immediate"}
