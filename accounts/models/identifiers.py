"""How everything that people own is named."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUID of version 7 (RFC 9562), which is ordered by the time it was made."""
    return uuid7()
