"""The work that a finished commission becomes: of which pictures."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gallery.api.copies import copies_of
from gallery.api.pictures import thumbnails
from gallery.models import Image
from portfolio.commissioning.forms import OFF, TITLE
from portfolio.fields import text_field
from portfolio.finding.sheets import Sheet, sheet_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb
from portfolio.models import Commission

COLUMNS = ("pk", "title", "alt_text", "original_filename", "width", "height", "placeholder", "has_alpha")


class OwnImagesField(forms.MultipleChoiceField):
    """Ids of pictures, in the order of the page. Whose they are is the action's to judge."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: Any) -> bool:
        """Whether it is an id at all."""
        try:
            return bool(UUID(str(value)))
        except ValueError:
            return False

    def clean(self, value: Any) -> list[UUID]:
        """Each once. Raises ValidationError."""
        return list(dict.fromkeys(UUID(each) for each in super().clean(value)))


class MakingForm(forms.Form):
    """The title of the work, and the pictures that show it, the main one first."""

    title = text_field(_("Title"), longest=TITLE)
    image_ids = OwnImagesField(
        label=_("Pictures"),
        widget=forms.CheckboxSelectMultiple(attrs=OFF),
        error_messages={"required": _("Choose a picture at least.")},
    )


@dataclass(frozen=True)
class Choice:
    """A picture to be chosen, and what it is called."""

    id: str
    name: str
    picture: Picture
    is_chosen: bool


def choices_of(
    request: HttpRequest, commission: Commission, *, chosen: list[str]
) -> tuple[list[Choice], list[Choice], Sheet]:
    """The reader's pictures: those that they sent in this commission, and a page of the rest of their library, the newest
    first; none that a moderator hid. Two queries, and two where copies are fetched elsewhere. Raises Http404 for a page that
    there is not."""
    own = Image.objects.filter(owner=request.user.pk, is_hidden=False).order_by("-uploaded_at", "-pk")
    is_sent = Q(file__attachments__message__commission=commission)
    sent = list(own.filter(is_sent).distinct().values(*COLUMNS))
    sheet = sheet_of(request, own.exclude(pk__in=[row["pk"] for row in sent]).values(*COLUMNS), {})
    return choose(sent, chosen), choose(sheet.rows, chosen), sheet


def choose(rows: list[dict[str, Any]], chosen: list[str]) -> list[Choice]:
    copies = copies_of([row["pk"] for row in rows])
    return [
        Choice(
            id=str(row["pk"]),
            name=row["title"] or row["original_filename"],
            picture=thumb(
                thumbnails(row, "", copies[row["pk"]]), placeholder=row["placeholder"], is_clear=row["has_alpha"]
            ),
            is_chosen=str(row["pk"]) in chosen,
        )
        for row in rows
    ]
