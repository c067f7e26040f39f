"""All that happened in a commission, as its parties read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from portfolio.commissions.messages import tell_messages
from portfolio.commissions.parties import parties_of
from portfolio.models import Commission, CommissionStatus, Quote, QuoteStatus, StatusChange

MOST = 500
"""Of each kind the newest that are shown: older messages are read through the API, page by page."""

REQUESTED, MOVED, NOTE, QUOTE, ANSWER, MESSAGE = "requested", "moved", "note", "quote", "answer", "message"
"""Kinds of what happens, which at the same moment come in this order."""
ORDER = (REQUESTED, QUOTE, ANSWER, MOVED, NOTE, MESSAGE)


@dataclass(frozen=True)
class Happening:
    """One thing that happened. `author` is `{id, username, artist_name}`, None for what no person did or whose account is gone
    or shut out; `text` is what they wrote, the terms of a quote among it.

    `status` is where a commission went (`moved`), or what was answered to a quote (`answer`): a status of `CommissionStatus`, or
    of `QuoteStatus`. `quote` stands beside `quote` and `answer`, `files` and `removed_files` beside `message`.
    """

    at: datetime
    kind: str
    id: Any
    author: Row | None
    is_own: bool = False
    text: str = ""
    status: str = ""
    quote: Quote | None = None
    files: list[Row] = field(default_factory=list)
    removed_files: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The status in words."""
        statuses = {MOVED: CommissionStatus, ANSWER: QuoteStatus}
        return str(statuses[self.kind](self.status).label) if self.kind in statuses else ""


def timeline(commission: Commission, *, viewer: Any, base: str = "") -> list[Happening]:
    """What happened in a commission that the viewer may see, the oldest first. Seven queries, however much that is."""
    reader = Reader(commission, viewer, base)
    happened = [reader.beginning(), *reader.moves(), *reader.notes(), *reader.quotes(), *reader.messages()]
    return sorted(happened, key=lambda each: (each.at, ORDER.index(each.kind), str(each.id)))


class Reader:
    """Reads one commission for one viewer."""

    def __init__(self, commission: Commission, viewer: Any, base: str) -> None:
        self.commission, self.viewer, self.base = commission, viewer, base
        self.people = parties_of(commission)

    def by(self, author_id: UUID | None) -> dict[str, Any]:
        """Who did it, as the fields of a happening."""
        return {"author": self.people.get(author_id) if author_id else None, "is_own": author_id == self.viewer.pk}

    def newest(self, things: Any) -> list[Any]:
        return list(things.visible_to(self.viewer).order_by("-created_at", "-pk")[:MOST])

    def beginning(self) -> Happening:
        own = self.commission
        return Happening(own.created_at, REQUESTED, own.pk, text=own.description, **self.by(own.client_id))

    def moves(self) -> Iterator[Happening]:
        log = StatusChange.objects.filter(workflow="commission", thing_id=self.commission.pk)
        for each in log.order_by("-pk")[:MOST]:
            yield Happening(each.at, MOVED, each.pk, status=each.target, **self.by(each.actor_id))

    def notes(self) -> Iterator[Happening]:
        for each in self.newest(self.commission.notes):
            yield Happening(each.created_at, NOTE, each.pk, text=each.text, **self.by(each.author_id))

    def quotes(self) -> Iterator[Happening]:
        """Each quote, and what the client answered to it."""
        for each in self.newest(self.commission.quotes):
            yield Happening(each.created_at, QUOTE, each.pk, text=each.terms, quote=each, **self.by(each.author_id))
            if each.answered_at and each.status in (QuoteStatus.ACCEPTED, QuoteStatus.DECLINED):
                client = self.by(self.commission.client_id)
                yield Happening(each.answered_at, ANSWER, each.pk, status=each.status, quote=each, **client)

    def messages(self) -> Iterator[Happening]:
        rows = self.newest(self.commission.messages)
        told = tell_messages(rows, self.people, viewer=self.viewer, base=self.base)
        for row, each in zip(rows, told, strict=True):
            facts = {name: each[name] for name in ("text", "files", "removed_files")}
            yield Happening(row.created_at, MESSAGE, row.pk, **self.by(row.author_id), **facts)
