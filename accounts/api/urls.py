"""The routes of `auth/`."""

from django.urls import path

from accounts.api.views.account import CurrentUserView
from accounts.api.views.passwords import (
    EmailVerifyView,
    PasswordChangeView,
    PasswordResetConfirmView,
    PasswordResetView,
)
from accounts.api.views.signing_in import CsrfView, LoginView, LogoutView, RegisterView
from accounts.api.views.tokens import TokensView, TokenView

urlpatterns = [
    path("auth/register", RegisterView.as_view()),
    path("auth/login", LoginView.as_view()),
    path("auth/logout", LogoutView.as_view()),
    path("auth/csrf", CsrfView.as_view()),
    path("auth/user", CurrentUserView.as_view()),
    path("auth/password/change", PasswordChangeView.as_view()),
    path("auth/password/reset", PasswordResetView.as_view()),
    path("auth/password/reset/confirm", PasswordResetConfirmView.as_view()),
    path("auth/email/verify", EmailVerifyView.as_view()),
    path("auth/tokens", TokensView.as_view()),
    path("auth/tokens/<uuid:token_id>", TokenView.as_view()),
]
