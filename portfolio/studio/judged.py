"""Forms that are judged as the API judges a body: one rule for both, and the same words beside the same field."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from rest_framework.serializers import Serializer


class JudgedForm(forms.Form):
    """Its fields bear the names of the serializer's, and take whatever is typed; `said` is what the serializer (`judge`) made
    of it. What it refuses that has no field here is told above the form."""

    serializer: type[Serializer]

    def __init__(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        super().__init__(*args, **options)
        self.request = request
        self.said: dict[str, Any] = {}
        self.judge: Any = None

    def told(self, taken: Mapping[str, Any]) -> dict[str, Any]:
        """The body that the serializer is to judge."""
        return dict(taken)

    def context(self) -> dict[str, Any]:
        """What the serializer is to know beside it."""
        return {"request": self.request}

    def clean(self) -> dict[str, Any]:
        """Asks the serializer, for all that the form itself found nothing wrong with."""
        taken = super().clean() or self.cleaned_data
        self.judge = self.serializer(data=self.told(taken), context=self.context())
        if self.judge.is_valid():
            self.said = dict(self.judge.validated_data)
        for name, detail in self.judge.errors.items():
            self.add_error(name if name in self.fields else None, [ValidationError(each) for each in sentences(detail)])
        return taken


def sentences(detail: Any) -> Iterator[str]:
    """Each once, however deep they lie: of a list those of its parts too."""
    found = detail.values() if isinstance(detail, Mapping) else detail
    if isinstance(detail, str):
        yield str(detail)
    else:
        yield from dict.fromkeys(each for part in found for each in sentences(part))


def without_empty(taken: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in."""
    return {name: value for name, value in taken.items() if value not in ("", None, [])}
