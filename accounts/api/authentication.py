"""How a request to the API says whose it is."""

import re
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication, CSRFCheck
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.actions.tokens import find_token
from accounts.models import AccessToken, User

if TYPE_CHECKING:  # the views import this module, as their default
    from rest_framework.views import APIView

BEARER = re.compile(r"bearer(?:\s+(?P<secret>\S*))?\s*", re.IGNORECASE)


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer <token>`. A token that is not valid is a 401 on every route, public ones too."""

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        """The user and the token, or None where the header names no bearer; raises AuthenticationFailed."""
        header = request.META.get("HTTP_AUTHORIZATION", "")
        if not header.lower().startswith("bearer"):
            return None
        match = BEARER.fullmatch(header)
        token = find_token(match["secret"] or "") if match else None
        if token is None:
            raise AuthenticationFailed(_("The token is not valid."), code="invalid_token")
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """What WWW-Authenticate says; being there at all, it makes DRF answer 401 and not 403."""
        return "Bearer"


class SessionAuthentication(BaseAuthentication):
    """The session cookie, with the CSRF token in the header `X-CSRFToken` for whatever changes something."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """The signed-in user or None; raises PermissionDenied (`csrf_failed`)."""
        user = request._request.user
        if not user.is_authenticated:
            return None
        require_csrf(request)
        return user, None


class CsrfRequired(BasePermission):
    """For views that sign somebody in: DRF asks for CSRF only where a session exists already, and exempts the rest."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """True, or raises PermissionDenied (`csrf_failed`). A bearer token needs none: no browser sends it unasked."""
        if request.auth is None:
            require_csrf(request)
        return True


def require_csrf(request: Request) -> None:
    """Django's own checks of token, Origin and Referer; raises PermissionDenied (`csrf_failed`)."""
    headers = cast(HttpRequest, _HeadersOnly(request._request))
    check = CSRFCheck(lambda _request: None)  # type: ignore[arg-type]
    check.process_request(headers)
    if reason := check.process_view(headers, None, (), {}):  # type: ignore[arg-type]
        raise PermissionDenied(_("CSRF check failed: %(reason)s") % {"reason": reason}, code="csrf_failed")


class _HeadersOnly:
    """A request whose body counts as empty: looking for the token there would receive uploads unchecked."""

    POST = QueryDict()

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def __getattr__(self, name: str) -> Any:
        return getattr(self._request, name)
