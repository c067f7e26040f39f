"""The table in which pictures become works: a row each, and what is said of all of them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.requests import person
from gallery.actions.artworks import create_artwork
from gallery.api.work_requests import NewWorkSerializer, WorkFactsSerializer
from gallery.models import Artwork
from portfolio.fields import OFF, tick_field
from portfolio.studio.judged import JudgedForm, without_empty
from portfolio.studio.work_fields import (
    NUMBER,
    MomentField,
    TagsField,
    availability_choices,
    category_choices,
    choice,
    gallery_choices,
    line,
    status_choices,
)
from portfolio.studio.work_pictures import MOST, ids_in

EACH, ONE = "each", "one"
WAYS = [(EACH, _("Each picture becomes a work")), (ONE, _("All of them are views of one work"))]
PREFIX = "works"


class RowForm(JudgedForm):
    """A picture that becomes a work."""

    serializer = NewWorkSerializer

    image_id = forms.CharField(widget=forms.HiddenInput)
    alt_text = forms.CharField(required=False, widget=forms.HiddenInput)
    title = line(_("Title"))
    medium = line(_("Medium"), longest=100, attrs={**OFF, "list": "mediums"})
    width_cm = line(_("Width in cm"), longest=12, attrs=NUMBER)
    height_cm = line(_("Height in cm"), longest=12, attrs=NUMBER)
    creation_date = line(_("Made"), longest=10, attrs={**OFF, "size": "8"})
    price = line(_("Price"), longest=16, attrs=NUMBER)
    currency = line(
        _("Currency"), longest=3, attrs={**OFF, "list": "currencies", "size": "4", "autocapitalize": "characters"}
    )
    availability_status = choice(_("Availability"), availability_choices)
    tags = TagsField()

    def told(self, taken: Any) -> dict[str, Any]:
        """With the title in any case: a work needs one."""
        told = without_empty(taken) | {"title": taken.get("title", "")}
        return told | {"image_id": [told["image_id"]]} if "image_id" in told else told

    def cells(self) -> list[forms.BoundField]:
        """The fields that stand in columns."""
        return [self[name] for name in COLUMNS]


COLUMNS = [name for name, field in RowForm.base_fields.items() if not isinstance(field.widget, forms.HiddenInput)]


class TogetherForm(JudgedForm):
    """What is said of all works of a table, and whether they are one."""

    serializer = WorkFactsSerializer

    way = forms.ChoiceField(label=_("What they become"), choices=WAYS, initial=EACH, widget=forms.RadioSelect)
    status = choice(_("Status"), status_choices)
    published_at = MomentField(help_text=_("By the clocks of UTC. Of scheduled works."))
    gallery_id = choice(_("Hang them in"), (), required=False)
    category = choice(_("Category"), category_choices, required=False)
    license = line(_("Licence"), attrs={**OFF, "list": "licences"})
    is_mature = tick_field(_("They are for adults: shown to others when they ask for them"))

    def __init__(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        super().__init__(*args, request=request, **options)
        gallery = self.fields["gallery_id"]
        assert isinstance(gallery, forms.ChoiceField)  # noqa: S101 - for the type checker
        gallery.choices = gallery_choices(person(request))

    def told(self, taken: Any) -> dict[str, Any]:
        """A time of scheduled works alone."""
        told = without_empty({name: value for name, value in taken.items() if name != "way"})
        if told.get("status") != "scheduled":
            told.pop("published_at", None)
        return told


RowSet = forms.formset_factory(RowForm, extra=0, max_num=MOST, absolute_max=MOST, validate_max=True)


class Table:
    """The form of all and the rows; bound where something was sent."""

    def __init__(self, request: HttpRequest, *, rows: Sequence[dict[str, Any]] = (), gallery: str = "") -> None:
        sent = request.POST if not rows else None
        first = {"status": "published", "way": EACH, "gallery_id": gallery}
        self.together = TogetherForm(sent, request=request, initial=first)
        self.rows = RowSet(sent, prefix=PREFIX, initial=list(rows) or None, form_kwargs={"request": request})

    @property
    def is_one(self) -> bool:
        """Whether all pictures are views of one work."""
        return bool(self.together["way"].value() == ONE)

    @property
    def used(self) -> list[Any]:
        """The rows that say something: of one work the first."""
        return self.rows.forms[:1] if self.is_one else self.rows.forms

    def is_valid(self) -> bool:
        """Whether all of it can stand; else it is told where it cannot."""
        # A list and not a generator: all faults are told at once.
        fit = [self.together.is_valid(), *(form.is_valid() for form in self.used)]
        return all(fit) and bool(self.used) and not self.rows.non_form_errors()

    @property
    def image_ids(self) -> list[str]:
        """The pictures of the rows, in their order."""
        return [str(form["image_id"].value() or "") for form in self.rows.forms]

    @transaction.atomic
    def make(self, *, by: User) -> list[Artwork]:
        """The works of a valid table, all of them or none. Raises as `create_artwork`."""
        together = self.together.said
        return [create_artwork(by=by, **self.work_of(form), **together) for form in self.used]

    def work_of(self, form: RowForm) -> dict[str, Any]:
        """What is said in a row, with the pictures that the work shows."""
        said = {name: value for name, value in form.said.items() if name not in ("image_id", "image_ids")}
        return said | {
            "image_ids": [UUID(each) for each in ids_in(self.image_ids)] if self.is_one else form.said["image_id"]
        }
