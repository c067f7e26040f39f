"""Passwords and addresses: the flows with a link in a mail."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import actions
from accounts.api.serializers.answers import DetailSerializer, PasswordChangedSerializer, VerifiedSerializer
from accounts.api.serializers.requests import (
    LinkSerializer,
    PasswordChangeSerializer,
    PasswordResetConfirmSerializer,
    PasswordResetSerializer,
)
from accounts.api.views.account_view import AccountView, OpenAccountView
from accounts.requests import person, site_of


class PasswordChangeView(AccountView):
    """Change the password."""

    throttle_scope = "login"

    @extend_schema(request=PasswordChangeSerializer, responses={200: PasswordChangedSerializer})
    def post(self, request: Request) -> Response:
        """Set a new password. This session stays, the others end; access tokens stay valid until they are deleted."""
        taken = self.validated(PasswordChangeSerializer)
        user = person(request)
        ended = actions.change_password(request=request._request, user=user, **taken)
        detail = _("Your password is changed.")
        return Response({"detail": detail, "sessions_ended": ended, "tokens_kept": user.access_tokens.count()})


class PasswordResetView(OpenAccountView):
    """Ask for a new password."""

    throttle_scope = "password_reset"

    @extend_schema(request=PasswordResetSerializer, responses={200: DetailSerializer})
    def post(self, request: Request) -> Response:
        """Mail the link that sets a new password. The answer is the same for an unknown address."""
        actions.request_password_reset(**self.validated(PasswordResetSerializer), site=site_of(request))
        return Response({"detail": _("If an account has this address, a mail is on its way.")})


class PasswordResetConfirmView(OpenAccountView):
    """Set a new password by link."""

    throttle_scope = "password_reset"

    @extend_schema(request=PasswordResetConfirmSerializer, responses={200: DetailSerializer})
    def post(self, request: Request) -> Response:
        """Set a new password by the two parts of the mailed link. Every session and every access token ends."""
        actions.reset_password(**self.validated(PasswordResetConfirmSerializer))
        return Response({"detail": _("Your password is set. Sign in with it.")})


class EmailVerifyView(OpenAccountView):
    """Verify an address by link."""

    throttle_scope = "email_verify"

    @extend_schema(request=LinkSerializer, responses={200: VerifiedSerializer})
    def post(self, request: Request) -> Response:
        """Verify the address by the two parts of the mailed link, which works once."""
        actions.verify_email(**self.validated(LinkSerializer))
        return Response({"detail": _("Your address is verified."), "is_verified": True})
