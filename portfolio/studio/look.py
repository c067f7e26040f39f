"""The form in which artists choose how their portfolio looks."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.models import Artwork
from portfolio.looks.accents import read_accent, require_legible
from portfolio.looks.themes import Theme, Typeface, theme_named, typeface_named
from portfolio.models import Layout, Portfolio
from portfolio.models.portfolios import every_section

SECTIONS = [
    ("featured", _("Selected works")),
    ("galleries", _("Galleries")),
    ("works", _("All works")),
    ("about", _("About")),
    ("contact", _("Contact")),
]
COVERS = 24
"""Of so many of the newest works one may be picked as the cover."""


class LookForm(forms.Form):
    """Everything about the look; `places` say in which order the chosen sections come. What a template draws by itself, the
    samples, knows the fields by these names."""

    theme = forms.ChoiceField(label=_("Theme"), choices=Theme.choices)
    layout = forms.ChoiceField(label=_("Layout"), choices=Layout.choices)
    typeface = forms.ChoiceField(label=_("Typeface"), choices=Typeface.choices)
    accent = forms.CharField(label=_("Accent"), required=False, max_length=7)
    cover = forms.ModelChoiceField(Artwork.objects.none(), label=_("Cover"), required=False)
    sections = forms.MultipleChoiceField(label=_("Sections"), choices=SECTIONS, required=False)

    def __init__(self, *args: Any, owner: User, **options: Any) -> None:
        super().__init__(*args, **options)
        cover = self.fields["cover"]
        assert isinstance(cover, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        cover.queryset = Artwork.objects.filter(owner=owner)
        for name, label in SECTIONS:
            self.fields[f"place_{name}"] = forms.IntegerField(
                label=_("Place of “%(name)s”") % {"name": label}, required=False, min_value=1, max_value=99
            )

    def clean_accent(self) -> str:
        """`#rrggbb` or nothing. Raises ValidationError."""
        return read_accent(self.cleaned_data["accent"])

    def clean(self) -> dict[str, Any]:
        """With the accent held against the paper of the theme, as saving does, and the sections in their order."""
        taken = self.cleaned_data
        if taken.get("accent"):
            try:
                require_legible(taken["accent"], theme_named(taken.get("theme", "")))
            except forms.ValidationError as error:
                self.add_error("accent", error)
        if "sections" in taken:
            taken["sections"] = sorted(taken["sections"], key=lambda name: taken.get(f"place_{name}") or 99)
        return taken

    def rows(self) -> list[dict[str, Any]]:
        """The sections in the order of their places, for a template: `name`, `label`, `place` (a field) and `is_shown`."""
        shown = self["sections"].value() or []
        rows = [
            {"name": name, "label": label, "place": self[f"place_{name}"], "is_shown": name in shown}
            for name, label in SECTIONS
        ]
        return sorted(rows, key=lambda row: str(row["place"].value() or "99").zfill(2))


def look_in(taken: Mapping[str, Any]) -> dict[str, Any]:
    """What of the look the form took, by the names of `change_artist`."""
    return {name: taken[name] for name in LookForm.base_fields if name in taken}


def as_it_stands(portfolio: Portfolio) -> dict[str, Any]:
    """The fields of the form as this portfolio has them: sections that are not shown come last."""
    order = [*portfolio.sections, *(name for name in every_section() if name not in portfolio.sections)]
    return {
        "theme": theme_named(portfolio.theme).value,
        "layout": portfolio.layout,
        "typeface": typeface_named(portfolio.typeface).value,
        "accent": portfolio.accent,
        "cover": portfolio.cover_id,
        "sections": portfolio.sections,
        **{f"place_{name}": place for place, name in enumerate(order, 1)},
    }


def sent_over(stands: Mapping[str, Any], sent: QueryDict) -> QueryDict:
    """What was sent and, for what was not, what stands: a form of which a part is enough."""
    whole = QueryDict(mutable=True)
    for name, value in stands.items():
        # No box that is ticked is sent as nothing at all; the places beside the boxes tell that they were there.
        was_sent = name in sent or (name == "sections" and "place_works" in sent)
        values = value if isinstance(value, list) else ["" if value is None else str(value)]
        whole.setlist(name, sent.getlist(name) if was_sent else values)
    return whole
