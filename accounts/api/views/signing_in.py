"""Registering, signing in and out."""

from django.middleware.csrf import get_token
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import actions
from accounts.api.authentication import CsrfRequired
from accounts.api.serializers.answers import CsrfSerializer, DetailSerializer, SignedInSerializer
from accounts.api.serializers.current_user import current_user
from accounts.api.serializers.requests import RegistrationSerializer, SignInSerializer
from accounts.api.views.account_view import AccountView, OpenAccountView
from accounts.models import User
from accounts.requests import site_of


class RegisterView(OpenAccountView):
    """Open an account."""

    permission_classes = [CsrfRequired]
    throttle_scope = "register"

    @extend_schema(request=RegistrationSerializer, responses={201: SignedInSerializer})
    def post(self, request: Request) -> Response:
        """Open an account with its artist profile, and sign in. The link that verifies the address is mailed."""
        if request.user.is_authenticated:
            raise PermissionDenied(_("You are signed in already."), code="signed_in")
        user = actions.register_account(
            **self.validated(RegistrationSerializer), language=get_language() or "en", site=site_of(request)
        )
        actions.open_session(request=request._request, user=user)
        return Response(signed_in(user, request), status=status.HTTP_201_CREATED)


class LoginView(OpenAccountView):
    """Sign in."""

    permission_classes = [CsrfRequired]
    throttle_scope = "login"

    @extend_schema(request=SignInSerializer, responses={200: SignedInSerializer})
    def post(self, request: Request) -> Response:
        """Sign in with username or email, whatever their case. The answer does not tell whether the account exists."""
        taken = self.validated(SignInSerializer)
        try:
            user = actions.sign_in(request=request._request, identifier=taken["identifier"], password=taken["password"])
        except actions.InvalidCredentials as refusal:
            # As DRF's own, it says WWW-Authenticate.
            raise AuthenticationFailed(refusal.detail, code=refusal.code) from None
        return Response(signed_in(user, request))


class LogoutView(AccountView):
    """Sign out."""

    @extend_schema(request=None, responses={200: DetailSerializer})
    def post(self, request: Request) -> Response:
        """End this session. A bearer token stays valid until it is deleted."""
        if request.auth is None:
            actions.sign_out(request=request._request)
        return Response({"detail": _("You are signed out.")})


class CsrfView(OpenAccountView):
    """The CSRF token."""

    @extend_schema(responses={200: CsrfSerializer})
    def get(self, request: Request) -> Response:
        """Set the cookie `csrftoken` and tell what `X-CSRFToken` must say. Ask again after signing in or out."""
        return Response({"csrf_token": get_token(request._request)})


def signed_in(user: User, request: Request) -> dict[str, object]:
    """CurrentUser and the CSRF token, which has just changed."""
    request.user = user
    return {"user": current_user(user.pk, request), "csrf_token": get_token(request._request)}
