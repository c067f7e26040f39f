"""Fields of forms, as this room's pages write them."""

from datetime import date
from typing import Any

from babel.core import Locale
from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import get_language, to_locale

from gallery.money import currencies

OFF = {"autocomplete": "off"}
"""What a browser must not fill in by itself."""
LATEST = date(9998, 12, 31)
"""A day with an end: Python knows no time beyond the year 9999."""


def currency_choices() -> list[tuple[str, str]]:
    """The currencies of today, with their names in the reader's language; none first."""
    names = Locale.parse(to_locale(get_language() or "en")).currencies
    return [("", "—"), *((code, f"{code} · {names.get(code, code)}") for code in sorted(currencies()))]


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, chosen from a calendar."""
    widget = forms.DateInput(attrs={**OFF, "type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=False, widget=widget, validators=[MaxValueValidator(LATEST)], **options
    )


def number_field(label: Any, *, least: int, most: int, **options: Any) -> forms.IntegerField:
    """A whole number within these bounds."""
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=forms.NumberInput(attrs=dict(OFF)), **options
    )


def text_field(label: Any, *, longest: int, rows: int = 0, **options: Any) -> forms.CharField:
    """A line, or so many rows."""
    widget = forms.Textarea(attrs={**OFF, "rows": rows}) if rows else forms.TextInput(attrs=dict(OFF))
    return forms.CharField(label=label, max_length=longest, widget=widget, **options)


def tick_field(label: Any, **options: Any) -> forms.BooleanField:
    """Yes, or no."""
    return forms.BooleanField(label=label, required=False, widget=forms.CheckboxInput(attrs=dict(OFF)), **options)
