"""Fields that a call is written with."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portfolio.fields import OFF

LOCAL = "%Y-%m-%dT%H:%M"
"""What `datetime-local` sends and takes."""


class LocalTimeField(forms.DateTimeField):
    """A day and a time by the clocks of a place that another field names: a datetime without a zone."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={**OFF, "type": "datetime-local"}, format=LOCAL)
        super().__init__(widget=widget, **options)

    def to_python(self, value: Any) -> datetime | None:
        """Django reads it as by the clocks of the site, UTC; the digits alone count."""
        read = super().to_python(value)
        return read and read.replace(tzinfo=None)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it says another minute: a browser sends no seconds."""
        return not self.disabled and super().has_changed(
            initial and initial.replace(second=0, microsecond=0), data and data[: len("2026-06-05T23:59")]
        )


class MediumsField(forms.CharField):
    """A list of texts, written with commas between them; each once, whatever its case."""

    longest = 100
    most = 50

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Raises ValidationError where one is too long, or they are too many."""
        texts = value if isinstance(value, list) else (super().to_python(value) or "").split(",")
        mediums: dict[str, str] = {}
        for text in (" ".join(each.split()) for each in texts):
            mediums.setdefault(text.casefold(), text)
        mediums.pop("", None)
        if len(mediums) > self.most or any(len(each) > self.longest for each in mediums.values()):
            raise forms.ValidationError(_("At most 50 mediums, of 100 characters each."), code="too_long")
        return list(mediums.values())

    def prepare_value(self, value: Any) -> Any:
        """As it is written."""
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it says another list."""
        return not self.disabled and list(initial or []) != self.clean(data)
