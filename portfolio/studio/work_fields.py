"""Fields in which artists say what works are. They take any text; whether it can stand is judged by the API's rules."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.category_tree import CategoryTree
from gallery.models import Availability, Category, Gallery, Status
from portfolio.fields import OFF

DEEP = "\u2003"
LICENCES = ("All rights reserved", "CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC-ND 4.0", "CC0 1.0")
"""What is offered while one writes; any other words do as well."""
NUMBER = {**OFF, "inputmode": "decimal", "size": "6"}
DATE = _("2024, 2024-05 or 2024-05-17.")


def line(label: Any, *, longest: int = 200, attrs: Any = OFF, **options: Any) -> forms.CharField:
    """A line of text."""
    widget = forms.TextInput(attrs={**attrs, "maxlength": longest})
    return forms.CharField(label=label, required=False, widget=widget, **options)


def lines(label: Any, *, longest: int, rows: int, **options: Any) -> forms.CharField:
    """So many rows of text. A browser counts the end of each as one character, and sends two."""
    widget = forms.Textarea(attrs={**OFF, "rows": rows, "maxlength": longest})
    return LinesField(label=label, required=False, widget=widget, **options)


class LinesField(forms.CharField):
    """Several lines."""

    def to_python(self, value: Any) -> str:
        """With one character at the end of each."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


class TagsField(forms.CharField):
    """Tags, written with commas between them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label=_("Tags"), required=False, widget=forms.TextInput(attrs=dict(OFF)), **options)

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """A list of texts."""
        return [text for text in (each.strip() for each in (super().to_python(value) or "").split(",")) if text]

    def prepare_value(self, value: Any) -> Any:
        """As it is written."""
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other tags are written."""
        return sorted(initial or []) != sorted(self.to_python(data))


class MomentField(forms.CharField):
    """A time in UTC as `datetime-local` writes it; a script shows it by the clocks of who writes."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={**OFF, "type": "datetime-local"})
        super().__init__(label=_("To be published at"), required=False, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        """To the minute."""
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it says another minute."""
        return (self.prepare_value(initial) or "") != (data or "")


def choice(label: Any, choices: Any, **options: Any) -> forms.ChoiceField:
    """One of these."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.Select(attrs=dict(OFF)), **options)


def capitals(choices: Any) -> list[tuple[str, str]]:
    """Choices as they begin a line."""
    return [(value, str(label)[:1].upper() + str(label)[1:]) for value, label in choices]


def status_choices() -> list[tuple[str, str]]:
    """How far a work is."""
    return capitals(Status.choices)


def availability_choices() -> list[tuple[str, str]]:
    """Whether it is to be had."""
    return capitals(Availability.choices)


def category_choices() -> list[tuple[str, str]]:
    """The approved categories as a tree, none first. One query."""
    rows = CategoryTree(Category.objects.approved()).walk()
    return [("", "—"), *((str(row["pk"]), DEEP * depth + row["name"]) for row, depth in rows)]


def gallery_choices(owner: User) -> list[tuple[str, str]]:
    """A person's galleries by name, none first. One query."""
    own = Gallery.objects.filter(owner=owner).order_by("sort_name", "pk").values_list("pk", "name")
    return [("", "—"), *((str(pk), name) for pk, name in own)]
