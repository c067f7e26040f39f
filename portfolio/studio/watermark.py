"""The form in which artists say what is written over their pictures."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.models import Image, Watermark
from gallery.models.watermarks import Position
from portfolio.fields import OFF, text_field, tick_field
from portfolio.studio.settings import sentences

LEAST, MOST = 5, 100
"""Percent."""
SHARES = ("opacity", "scale")
STEP = {**OFF, "type": "range", "step": "1"}


def share_field(label: Any, **options: Any) -> forms.IntegerField:
    """A share in whole percent."""
    return forms.IntegerField(
        label=label, min_value=LEAST, max_value=MOST, widget=forms.NumberInput(attrs=dict(STEP)), **options
    )


class WatermarkForm(forms.Form):
    """A text or a picture, and how it lies there. Shares are in percent."""

    enabled = tick_field(
        _("Lay it over everything that others get of my works"),
        help_text=_("Your originals stay as they are, and you see your own pictures without it."),
    )
    text = text_field(_("Text"), longest=100, required=False, help_text=_("Your name, say, or “© 2026 Your Name”."))
    image = forms.ModelChoiceField(
        Image.objects.none(),
        label=_("Or a picture"),
        required=False,
        help_text=_("A signature or a logo with nothing behind it, as PNG. It wins over the text."),
    )
    position = forms.ChoiceField(label=_("Place"), choices=sentences(Position), widget=forms.Select(attrs=OFF))
    opacity = share_field(_("Opacity"))
    scale = share_field(_("Width"), help_text=_("As a part of the width of the picture."))

    def __init__(self, *args: Any, owner: User, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self.fields["image"]
        assert isinstance(own, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        own.queryset = Image.objects.filter(owner=owner).select_related("file")


def watermark_in(taken: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What the form took of these fields, as `change_watermark` takes it."""
    return {name: taken[name] / 100 if name in SHARES else taken[name] for name in names if name in taken}


def as_it_stands(watermark: Watermark) -> dict[str, Any]:
    """The fields of the form as this watermark has them."""
    names = ("enabled", "text", "position")
    shares = {name: round(getattr(watermark, name) * 100) for name in SHARES}
    return {name: getattr(watermark, name) for name in names} | shares | {"image": watermark.image_id}
