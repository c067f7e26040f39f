"""Messages as answers and pages tell them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from portfolio.commissions.attachments import brought_by
from portfolio.models import Message


def tell_messages(messages: Sequence[Message], people: dict[UUID, Row], *, viewer: Any, base: str) -> list[Row]:
    """These messages, in this order, of a commission whose parties are `people`; None is the author of one who is shut out. Two
    queries."""
    brought = brought_by([message.pk for message in messages], viewer=viewer, base=base)
    return [
        {
            "id": message.pk,
            "author": people.get(message.author_id) if message.author_id else None,
            "text": message.text,
            "files": brought[message.pk].files,
            "removed_files": brought[message.pk].removed,
            "created_at": message.created_at,
        }
        for message in messages
    ]
