"""What the tests of the library share: ada's client, and real threads."""

import socket
from collections.abc import Iterator

import pytest
from rest_framework.test import APIClient

from accounts.tests.conftest import at_once
from gallery.tests.object_storage import StorageServer, storage_server

__all__ = ["at_once"]


@pytest.fixture
def adas(ada, client_of) -> APIClient:
    """ada's client."""
    return client_of(ada)


@pytest.fixture
def bens(ben, client_of) -> APIClient:
    """ben's client."""
    return client_of(ben)


@pytest.fixture(scope="session")
def s3_server() -> Iterator[StorageServer]:
    """A server of object storage for all tests that need one."""
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        port = unbound.getsockname()[1]
    with storage_server(port) as server:
        yield server


@pytest.fixture
def s3(settings, s3_server) -> StorageServer:
    """The library in object storage, in a bucket of its own."""
    settings.OBJECT_STORAGE = s3_server.options()
    return s3_server
