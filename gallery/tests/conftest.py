"""What the tests of the library share: ada's client, and real threads."""

import pytest
from rest_framework.test import APIClient

from accounts.tests.conftest import at_once

__all__ = ["at_once"]


@pytest.fixture
def adas(ada, client_of) -> APIClient:
    """ada's client."""
    return client_of(ada)


@pytest.fixture
def bens(ben, client_of) -> APIClient:
    """ben's client."""
    return client_of(ben)
