"""What one says of a picture of one's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import AiTraining, Visibility
from gallery.models import Image

FIELDS = ("title", "description", "alt_text", "visibility", "allow_download", "ai_training", "copyright_notice")


WRITTEN = {"autocomplete": "off"}


class ImageForm(forms.Form):
    """Its fields are named as the API's; `tags` is one text with commas."""

    title = forms.CharField(label=_("Title"), max_length=200, required=False, widget=forms.TextInput(WRITTEN))
    alt_text = forms.CharField(
        label=_("Described for who cannot see it"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(WRITTEN | {"rows": 2}),
        help_text=_("One or two sentences: what is to be seen, not what you mean by it."),
    )
    description = forms.CharField(
        label=_("Description"), max_length=10_000, required=False, widget=forms.Textarea(WRITTEN | {"rows": 4})
    )
    tags = forms.CharField(
        label=_("Tags"),
        max_length=3_000,
        required=False,
        help_text=_("With commas between, at most 50."),
        widget=forms.TextInput(WRITTEN | {"autocapitalize": "none"}),
    )
    visibility = forms.ChoiceField(
        label=_("Who sees it"), choices=[(name, label.capitalize()) for name, label in Visibility.choices]
    )
    allow_download = forms.BooleanField(label=_("Who sees it may download the original"), required=False)
    ai_training = forms.ChoiceField(
        label=_("Training of AI"),
        choices=[("", _("As you say of all")), *((name, label.capitalize()) for name, label in AiTraining.choices)],
        required=False,
    )
    copyright_notice = forms.CharField(
        label=_("Copyright notice"),
        max_length=500,
        required=False,
        widget=forms.TextInput(WRITTEN),
        help_text=_("Empty: what the file says, or what you say of all."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **options})


def as_it_stands(image: Image) -> dict[str, Any]:
    """What is said of it now. One query."""
    tags = ", ".join(image.tags.order_by("name").values_list("name", flat=True))
    return {name: getattr(image, name) for name in FIELDS} | {"tags": tags}


def change_in(taken: dict[str, Any]) -> dict[str, Any]:
    """As `change_image` takes it."""
    return {name: taken[name] for name in FIELDS} | {"tags": [taken["tags"]]}
