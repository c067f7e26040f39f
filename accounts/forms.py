"""The forms of signing in: their fields are named as the API's, and what they take goes to the same actions."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.actions.signing_in import Suspended
from accounts.exceptions import TooManyRequests


def password_field(label: Any, *, autocomplete: str, help_text: Any = "") -> forms.CharField:
    """A password, taken as typed; `autocomplete` tells password managers whether it is the current or a new one."""
    attrs = {"autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"}
    widget = forms.PasswordInput(attrs=attrs)
    return forms.CharField(label=label, strip=False, max_length=1000, widget=widget, help_text=help_text)


def text_field(label: Any, *, autocomplete: str, **options: Any) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"})
    return forms.CharField(label=label, widget=widget, **options)


def email_field() -> forms.EmailField:
    """An address."""
    widget = forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"})
    # Django's own words would be "du" in German.
    said = {"invalid": _("This is not an email address.")}
    return forms.EmailField(label=_("Email address"), max_length=254, widget=widget, error_messages=said)


class RegistrationForm(forms.Form):
    """A new account."""

    username = text_field(
        _("Username"),
        autocomplete="username",
        max_length=30,
        help_text=_("3 to 30 letters, digits, dots, underscores or hyphens. It is part of your page's address."),
    )
    email = email_field()
    password = password_field(_("Password"), autocomplete="new-password", help_text=_("At least 8 characters."))
    artist_name = forms.CharField(
        label=_("Artist name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        help_text=_("As you sign your work; your username where you leave it empty."),
    )


class SignInForm(forms.Form):
    """Who comes in."""

    username = text_field(_("Username or email"), autocomplete="username", max_length=254)
    password = password_field(_("Password"), autocomplete="current-password")


class ResetRequestForm(forms.Form):
    """Where the link is to be mailed."""

    email = email_field()


class NewPasswordForm(forms.Form):
    """The next password."""

    new_password = password_field(_("New password"), autocomplete="new-password", help_text=_("At least 8 characters."))


class AdminSignInForm(AdminAuthenticationForm):
    """The admin's own sign-in, which tells that an account is locked or shut out instead of failing."""

    def clean(self) -> dict[str, Any]:
        """The cleaned data; raises ValidationError."""
        try:
            return super().clean()
        except (Suspended, TooManyRequests) as refusal:
            raise ValidationError(refusal.detail, code=refusal.code) from None
