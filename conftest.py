"""The cast of every test: ada the artist, ben who follows her, cyn the stranger, mo the moderator, and the visitor."""

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

PASSWORD = "correct horse battery"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="leave out what asks no database")


def pytest_configure(config: pytest.Config) -> None:
    """Catalogues as they are written now: they are compiled where they are not, once, before processes start."""
    if hasattr(config, "workerinput"):
        return
    for source in Path(__file__).parent.glob("locale/*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            babel = [sys.executable, "-m", "babel.messages.frontend", "--quiet"]
            subprocess.run([*babel, "compile", "-i", source, "-o", compiled], check=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--database-only`, for a second database: what asks none has been asked with the first one."""
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not asks_database(item)])
        items[:] = [item for item in items if asks_database(item)]


def pytest_collection_finish() -> None:
    """The thousands of tests that were found stay to the end: looking through them for garbage again and again is in vain."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def asks_database(item: pytest.Item) -> bool:
    """Whether a test uses the database, by what it asks for: a house, too, is one of processes on either. What a browser
    shows is the same on both."""
    if "browser" in getattr(item, "fixturenames", ()) or item.get_closest_marker("same_on_any_database"):
        return False
    fixtures = {"db", "transactional_db", "either_house"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory) -> None:
    """SQLite in a file, as it is installed: in memory its tables are locked without waiting, and threads fail at random.
    PostgreSQL without waiting for the disk, whose plug no test pulls."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = tmp_path_factory.mktemp("database") / "test.sqlite3"
    else:
        options = connection.settings_dict["OPTIONS"]
        options["options"] = f"{options.get('options', '')} -c synchronous_commit=off".strip()


@pytest.fixture(scope="session", autouse=True)
def static_room(tmp_path_factory) -> None:
    """A folder of static files for servers that outlive a test: whitenoise warns of one that is not there."""
    from django.conf import settings

    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def house(settings, tmp_path: Path) -> Path:
    """A media root of one's own for each test, quick password hashes, and no limits but those a test sets."""
    from gallery.actions import salts

    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.RATE_LIMITS = {}
    salts.AT_HAND = {timezone.now().date(): b"of a test"}  # else the first visitor of each process costs queries
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()  # whitenoise warns of a folder that is not there
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
