"""What a request tells: who asks, from where, and under which name they know this site."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from rest_framework.request import Request

from accounts.models import User


def person(request: Request | HttpRequest) -> User:
    """Who is signed in; raises PermissionDenied where nobody is, which the view's own permissions have made sure of."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def address_of(request: Request | HttpRequest | None) -> str:
    """The address of the client, which a middleware has put right behind proxies; empty without a request."""
    return request.META.get("REMOTE_ADDR", "") if request else ""


def site_of(request: Request | HttpRequest) -> str:
    """`https://host` as the client called this site, which ALLOWED_HOSTS has made sure is ours."""
    return request.build_absolute_uri("/").rstrip("/")
