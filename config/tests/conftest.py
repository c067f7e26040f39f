"""A house of its own, on each database, for tests that run real processes."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
import yaml
from rest_framework.test import APIClient

from config.tests.processes import House

POSTGRESQL = "TEST_POSTGRES_URL"  # a database whose user may create others beside it


@pytest.fixture(scope="session")
def schema() -> dict[str, Any]:
    """The OpenAPI description as it is told to a visitor; made once, for making and reading it takes seconds."""
    return yaml.load(APIClient().get("/api/schema").content, Loader=yaml.CSafeLoader)


@pytest.fixture
def sqlite_house(migrated_sqlite: Path, tmp_path: Path, django_db_blocker) -> Iterator[House]:
    """A house that is migrated and empty, on SQLite."""
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    yield from lived_in(House(f"sqlite:///{database}", tmp_path), django_db_blocker)


@pytest.fixture
def postgresql_house(migrated_postgresql: str, tmp_path: Path, django_db_blocker) -> Iterator[House]:
    """The same on PostgreSQL, where TEST_POSTGRES_URL names one; else the test is skipped, and says so."""
    with postgresql_database(f"TEMPLATE {migrated_postgresql}") as name:
        yield from lived_in(House(address_of(name), tmp_path), django_db_blocker)


@pytest.fixture(params=["sqlite_house", "postgresql_house"])
def either_house(request) -> House:
    """The house on the one database, then on the other."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory) -> Path:
    """A migrated database file, to be copied: migrating takes a second, copying none."""
    folder = tmp_path_factory.mktemp("migrated")
    house = House(f"sqlite:///{folder / 'db.sqlite3'}", folder)
    migrate(house)
    house.close()
    return folder / "db.sqlite3"


@pytest.fixture(scope="session")
def migrated_postgresql(tmp_path_factory) -> Iterator[str]:
    """The name of a migrated database, for others to be made after: `CREATE DATABASE` copies it in a tenth of a second."""
    if not os.environ.get(POSTGRESQL):
        pytest.skip(f"{POSTGRESQL} names no PostgreSQL to try this on")
    with postgresql_database() as name:
        house = House(address_of(name), tmp_path_factory.mktemp("migrated"))
        migrate(house)
        house.close()
        yield name


@contextmanager
def postgresql_database(after: str = "") -> Iterator[str]:
    """A database beside that of TEST_POSTGRES_URL, which goes again."""
    name = f"atelier_house_{secrets.token_hex(4)}"
    with psycopg.connect(os.environ[POSTGRESQL], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} {after}")
        try:
            yield name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def address_of(name: str) -> str:
    return urlunsplit(urlsplit(os.environ[POSTGRESQL])._replace(path=f"/{name}"))


def migrate(house: House) -> None:
    code, output = house.manage("migrate", "-v0")
    assert code == 0, output


def lived_in(house: House, blocker) -> Iterator[House]:
    with blocker.unblock():
        try:
            yield house
        finally:
            house.close()
