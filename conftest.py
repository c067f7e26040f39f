"""The cast of every test: ada the artist, ben who follows her, cyn the stranger, mo the moderator, and the visitor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rest_framework.test import APIClient

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def house(settings, tmp_path: Path) -> Path:
    """A media root of one's own for each test, quick password hashes, and no limits but those a test sets."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.RATE_LIMITS = {}
    settings.STATIC_ROOT = tmp_path  # whitenoise warns of a folder that is not there
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    return settings.MEDIA_ROOT


def person(name: str):
    from accounts.actions import register_account

    return register_account(username=name, email=f"{name}@example.org", password=PASSWORD)


@pytest.fixture
def ada(db):
    return person("ada")


@pytest.fixture
def ben(db):
    return person("ben")


@pytest.fixture
def cyn(db):
    return person("cyn")


@pytest.fixture
def mo(db):
    moderator = person("moe")  # a username has three letters at least
    moderator.is_staff = True
    moderator.save()
    return moderator


@pytest.fixture
def visitor(db) -> APIClient:
    return APIClient()


@pytest.fixture
def client_of() -> Callable[..., APIClient]:
    """`client_of(ada)`: a client of the API with ada signed in by session, as a browser would be."""

    def sign_in(user) -> APIClient:
        client = APIClient()
        client.force_login(user)
        return client

    return sign_in
