"""The form in which a call for entry is written and changed."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from portfolio.exhibitions.deadlines import instant_of
from portfolio.fields import OFF, currency_choices, day_field, number_field, text_field, tick_field
from portfolio.models import Exhibition
from portfolio.organising.fields import LocalTimeField, MediumsField
from portfolio.organising.zones import zone_choices

PARTS = (
    (_("What it is"), ("title", "description", "location", "is_virtual")),
    (_("When"), ("time_zone", "submission_deadline", "exhibition_start", "exhibition_end")),
    (
        _("Who may enter, and with what"),
        ("requirements", "max_artworks_per_submission", "min_pixels", "mediums", "submission_fee", "currency"),
    ),
    (_("How it is judged"), ("blind", "score_scale")),
)
"""The fields in the order of the page, but for the cover, which is chosen by looking."""


class ExhibitionForm(forms.Form):
    """All that is said of an exhibition, by the names that `create_exhibition` and `change_exhibition` have for it. What
    `locked` names, {field: reason}, is shown as it stands and cannot be changed."""

    title = text_field(_("Title"), longest=200)
    description = text_field(_("Description"), longest=10_000, rows=8, required=False)
    location = text_field(
        _("Place"), longest=200, required=False, help_text=_("House, town: where one goes to see it.")
    )
    is_virtual = tick_field(_("It is shown online"))
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        widget=forms.Select(attrs=dict(OFF)),
        help_text=_("Its days begin and end by the clocks there."),
    )
    submission_deadline = LocalTimeField(
        label=_("Deadline for entry"), help_text=_("By the clocks of that time zone. A second later nothing is taken.")
    )
    exhibition_start = day_field(_("First day"))
    exhibition_end = day_field(_("Last day"))
    requirements = text_field(_("Requirements, in your words"), longest=10_000, rows=5, required=False)
    max_artworks_per_submission = number_field(_("Works a submission, at most"), least=1, most=100)
    min_pixels = number_field(
        _("Pixels on the shorter side, at least"), least=0, most=100_000, help_text=_("0 where any size will do.")
    )
    mediums = MediumsField(
        label=_("Mediums"),
        required=False,
        widget=forms.TextInput(attrs=dict(OFF)),
        help_text=_("With commas between them, such as “Oil, Etching”. Any, where you leave it empty."),
    )
    submission_fee = forms.DecimalField(
        label=_("Fee"),
        min_value=0,
        max_digits=12,
        decimal_places=3,
        widget=forms.NumberInput(attrs={**OFF, "step": "any"}),
        help_text=_("Noted here, not collected: you tick off who has paid. 0 where it costs nothing."),
    )
    currency = forms.ChoiceField(
        label=_("Currency of the fee"), choices=currency_choices, required=False, widget=forms.Select(attrs=dict(OFF))
    )
    blind = tick_field(
        _("Blind: jurors are not told whose a submission is"),
        help_text=_(
            "They see works and texts without names, and pictures without anything that tells the artist. It hides names, not"
            " works: what is published here can be found by its title."
        ),
    )
    score_scale = number_field(_("Highest score"), least=3, most=100, help_text=_("Jurors score from 1 to this."))
    cover_image_id = forms.UUIDField(label=_("Cover"), required=False)

    def __init__(self, *args: Any, locked: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.locked = dict(locked or {})
        for name in self.locked:
            self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """With the deadline as an instant; to the second as it was, where it is not another minute. Raises ValidationError."""
        taken = self.cleaned_data
        deadline, zone = taken.get("submission_deadline"), taken.get("time_zone")
        if deadline and zone:
            local = deadline if "submission_deadline" in self.changed_data else self.initial["submission_deadline"]
            taken["submission_deadline"] = instant(local, ZoneInfo(zone))
        return taken

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be changed any more."""
        return self.locked.keys() >= self.fields.keys()

    def parts(self) -> list[dict[str, Any]]:
        """The fieldsets: a `legend`, and for each field the `field`, whether it is a `tick`, and why it is `locked`."""
        return [{"legend": legend, "rows": [self.row(name) for name in names]} for legend, names in PARTS]

    def row(self, name: str) -> dict[str, Any]:
        field = self[name]
        return {"field": field, "tick": field.widget_type == "checkbox", "locked": self.locked.get(name, "")}


def instant(local: datetime, zone: ZoneInfo) -> datetime:
    """A time by these clocks; of two that are called so, the first. Raises ValidationError (`submission_deadline`) for one that
    is left out there, where clocks are put forward."""
    at = instant_of(local, zone)
    if at.astimezone(zone).replace(tzinfo=None) != local:
        missing = _("Clocks are put forward there at that time: it does not exist. Choose another.")
        raise forms.ValidationError({"submission_deadline": forms.ValidationError(missing, code="invalid")})
    return at


def as_it_stands(exhibition: Exhibition) -> dict[str, Any]:
    """The fields of the form as this exhibition has them."""
    names = [name for _legend, names in PARTS for name in names]
    told = {name: getattr(exhibition, name) for name in names}
    fee = Decimal(f"{exhibition.submission_fee.normalize():f}")
    deadline = exhibition.local_deadline.replace(tzinfo=None)
    return told | {"submission_deadline": deadline, "submission_fee": fee, "cover_image_id": exhibition.cover_id}


def changed(exhibition: Exhibition, taken: Mapping[str, Any]) -> dict[str, Any]:
    """What of this is said otherwise by the exhibition."""
    columns = {"cover_image_id": "cover_id"}
    return {name: value for name, value in taken.items() if value != getattr(exhibition, columns.get(name, name))}
