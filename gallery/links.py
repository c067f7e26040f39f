"""The share links that a browser's session has opened."""

from typing import Any
from uuid import UUID

OPENED = "opened_shares"
# A session is read at every request: of more links than anyone follows, the last opened stay open.
MOST = 100


def opened_links(request: Any) -> list[UUID]:
    """The shares that this session has opened by their links, revoked and expired ones among them.

    Asks for the session only where the browser has one; a client without cookies has opened none.
    """
    session = getattr(request, "session", None)
    if session is None or session.session_key is None:
        return []
    return [UUID(each) for each in session.get(OPENED, [])]


def remember_link(request: Any, share_id: UUID) -> None:
    """Opens a share to this session."""
    opened = [each for each in request.session.get(OPENED, []) if each != str(share_id)]
    request.session[OPENED] = [*opened, str(share_id)][-MOST:]
