"""What the tests of this room share: real threads."""

from accounts.tests.conftest import at_once

__all__ = ["at_once"]
