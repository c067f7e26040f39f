"""Rate limits by scope: a view names its `throttle_scope`, RATE_LIMITS says how much of it a person may have."""

from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from accounts.rates import spend

if TYPE_CHECKING:  # rest_framework.views is what imports this module
    from rest_framework.views import APIView


class ScopedThrottle(BaseThrottle):
    """Spends one of the view's scope, counted in the database: exact under any number of processes.

    A person is counted by id, a visitor by address. Raises `TooManyRequests`, which tells how long to wait.
    """

    def allow_request(self, request: Request, view: "APIView") -> bool:
        scope = getattr(view, "throttle_scope", None)
        if scope and request.method not in {"GET", "HEAD", "OPTIONS"}:
            spend(scope, str(request.user.pk or request.META["REMOTE_ADDR"]))
        return True
