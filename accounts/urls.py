"""The pages of signing in."""

from django.urls import path

from accounts.views.languages import choose_language
from accounts.views.links import ResetPage, ResetRequestPage, VerifyPage
from accounts.views.signing_in import LoginPage, RegisterPage, logout_page

urlpatterns = [
    path("register", RegisterPage.as_view(), name="register"),
    path("login", LoginPage.as_view(), name="login"),
    path("logout", logout_page, name="logout"),
    path("language", choose_language, name="language"),
    path("verify/<str:uid>/<str:token>", VerifyPage.as_view(), name="verify"),
    path("reset", ResetRequestPage.as_view(), name="reset"),
    path("reset/<str:uid>/<str:token>", ResetPage.as_view(), name="reset-password"),
]
