"""The form in which artists choose the picture that they show of themselves."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.models import Image
from portfolio.models import Portfolio


class PortraitForm(forms.Form):
    """A picture of one's own, or none; a file that came with it wins."""

    image = forms.ModelChoiceField(Image.objects.none(), label=_("A picture of your library"), required=False)

    def __init__(self, *args: Any, owner: User, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self.fields["image"]
        assert isinstance(own, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        own.queryset = Image.objects.filter(owner=owner)


def portrait_of(owner: User) -> UUID | None:
    """The id of the picture that they show of themselves."""
    return Portfolio.objects.filter(artist=owner).values_list("portrait", flat=True).first()
