"""The session engine: rows of `accounts.Session`, read together with their user in one query."""

import re
from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Session, User
from accounts.prepared import Prepared, Slot

KEY = re.compile(r"[a-z0-9]{32}")


SESSION_COLUMNS = [field.attname for field in Session._meta.concrete_fields]
USER_COLUMNS = [field.attname for field in User._meta.concrete_fields]
STAND_IN = datetime(1970, 1, 1, tzinfo=UTC)


def live_sessions(key: str, now: datetime) -> QuerySet:
    """The session of a key, where it is not over, and its user: the columns of both, those of the user perhaps empty."""
    columns = [*SESSION_COLUMNS, *(f"user__{name}" for name in USER_COLUMNS)]
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list(*columns)


LIVE = Prepared(
    live_sessions,
    lambda: {
        "key": Slot(Session._meta.get_field("session_key"), "-"),
        "now": Slot(Session._meta.get_field("expire_date"), STAND_IN),
    },
)


def with_user(row: tuple) -> Session:
    """A row of `live_sessions` as instances."""
    own, of_user = row[: len(SESSION_COLUMNS)], row[len(SESSION_COLUMNS) :]
    session = Session.from_db(DEFAULT_DB_ALIAS, SESSION_COLUMNS, own)
    if session.user_id is not None:
        session.user = User.from_db(DEFAULT_DB_ALIAS, USER_COLUMNS, of_user)
    return session


class SessionStore(DatabaseSessionStore):
    """Nothing is cached between requests, so that a logout in one process holds in all.

    `person` is the user that the row was read with; whether they may come in, `accounts.middleware` decides.
    """

    person: User | None = None
    started_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The model of the rows."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for this data, under the user who is signed in by it."""
        return self._with_columns(cast(Session, super().create_model_instance(data)), data)

    async def acreate_model_instance(self, data: dict[str, Any]) -> Session:
        """See `create_model_instance`."""
        return self._with_columns(cast(Session, await super().acreate_model_instance(data)), data)

    def create(self) -> None:
        """Begin a session under a new key, now."""
        self.started_at = None
        super().create()

    async def acreate(self) -> None:
        """See `create`."""
        self.started_at = None
        await super().acreate()

    def _with_columns(self, row: Session, data: dict[str, Any]) -> Session:
        row.user_id = data.get(SESSION_KEY)
        self.started_at = row.created_at = self.started_at or row.created_at
        return row

    def _validate_session_key(self, key: str | None) -> bool:
        """Only what `_get_new_session_key` makes: odd cookies (NUL, other alphabets) never reach the database."""
        return bool(key and KEY.fullmatch(key))

    def _get_session_from_db(self) -> Session | None:
        rows = LIVE.rows(key=self.session_key, now=timezone.now())
        return self._found(with_user(rows[0]) if rows else None)

    async def _aget_session_from_db(self) -> Session | None:
        rows = Session.objects.select_related("user").filter(expire_date__gt=timezone.now())
        return self._found(await rows.filter(session_key=self.session_key).afirst())

    def _found(self, row: Session | None) -> Session | None:
        if row is None:
            self._session_key = None  # a key that opens nothing is never taken over
        else:
            self.person, self.started_at = row.user, row.created_at
        return row
