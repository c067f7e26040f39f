"""The forms of one's account, each for one thing: their fields are named as the API's."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from accounts.forms import email_field, password_field
from accounts.languages import offered
from accounts.models.preferences import Appearance
from portfolio.fields import OFF, day_field, text_field
from portfolio.studio.settings import sentences

PASSWORD = _("Your password")


class EmailForm(forms.Form):
    """Another address."""

    email = email_field()
    password = password_field(PASSWORD, autocomplete="current-password")


class ResendForm(forms.Form):
    """The link that verifies the address, once more."""


class PasswordForm(forms.Form):
    """Another password."""

    old_password = password_field(PASSWORD, autocomplete="current-password")
    new_password = password_field(_("New password"), autocomplete="new-password", help_text=_("At least 8 characters."))


class DisplayForm(forms.Form):
    """How the site speaks and looks to who is signed in."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.Select(attrs=OFF))
    appearance = forms.ChoiceField(label=_("Appearance"), choices=sentences(Appearance), widget=forms.Select(attrs=OFF))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(code, get_language_info(code)["name_local"].capitalize()) for code in offered()]
        stands = (options.get("initial") or {}).get("language")
        if stands and stands not in dict(choices):  # told by a program: spoken here one day, perhaps
            choices.append((stands, stands))
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - for the type checker
        language.choices = choices


class TokenForm(forms.Form):
    """A token for a program."""

    name = text_field(_("Name"), longest=100, help_text=_("Where you will use it: “Backup at home”."))
    expires_at = day_field(
        _("Last day"), help_text=_("It opens nothing from the day after. Empty: until you revoke it.")
    )

    def clean_expires_at(self) -> datetime | None:
        """The end of that day (UTC); none where none was given."""
        day: date | None = self.cleaned_data["expires_at"]
        if day is None:
            return None
        return datetime.combine(day, time.min, tzinfo=UTC) + timedelta(days=1)


class RevokeForm(forms.Form):
    """The end of a token."""

    token = forms.UUIDField(widget=forms.HiddenInput)


class DeleteForm(forms.Form):
    """The end of the account."""

    password = password_field(PASSWORD, autocomplete="current-password")


FORMS: dict[str, type[forms.Form]] = {
    "email": EmailForm,
    "resend": ResendForm,
    "password": PasswordForm,
    "display": DisplayForm,
    "token": TokenForm,
    "revoke": RevokeForm,
    "delete": DeleteForm,
}
