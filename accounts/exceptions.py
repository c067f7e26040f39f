"""What an action may raise beside Django's own ValidationError, PermissionDenied and ObjectDoesNotExist."""

from typing import Any


class Refused(Exception):
    """A refusal that has its own HTTP status. `attr` names the field it is about, `code` is for programs, `detail` for people.

    Of several refusals together, `detail` maps each field to its error.
    """

    status = 400
    code = "refused"

    def __init__(
        self,
        detail: Any,
        *,
        code: str | None = None,
        attr: str | None = None,
        wait: int | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail, self.attr, self.wait = detail, attr, wait
        self.status = status or self.status
        self.code = code or self.code


class Conflict(Refused):
    """The present state forbids it (409)."""

    status = 409
    code = "conflict"


class TooManyRequests(Refused):
    """A rate limit is spent (429); `wait` tells the seconds until it opens again."""

    status = 429
    code = "throttled"
