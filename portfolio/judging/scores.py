"""The form with which a juror scores the works of a submission."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portfolio.actions.scores import LONGEST_NOTE
from portfolio.judging.works import Judged

MOST_BUTTONS = 20
"""Up to here each score is a button; beyond, one writes the number."""
ALL = "all"


class Given(NamedTuple):
    """A score and a note for a work."""

    work_id: UUID
    score: int
    note: str


class ScoresForm(forms.Form):
    """`score-<id>` and `note-<id>` for each of these works; `score-all` where `do` is `all`, which gives all of them that."""

    do = forms.CharField(required=False, max_length=10)

    def __init__(self, *args: Any, works: Sequence[Judged], scale: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.works = works
        self.is_long = scale > MOST_BUTTONS
        self.fields[f"score-{ALL}"] = score_field(scale, label=gettext_lazy("The same for all works"))
        for work in works:
            self.fields[f"score-{work.id}"] = score_field(scale, label=gettext_lazy("Your score"), initial=work.score)
            self.fields[f"note-{work.id}"] = note_field(initial=work.note)

    def clean(self) -> dict[str, Any]:
        """With what is `given`, where nothing is wrong: a note needs a score to stand beside."""
        taken = super().clean() or {}
        for_all = taken.get("do") == ALL
        if for_all:
            self.require(ALL, _("Choose a score first."))
        for work in self.works:
            if not for_all and taken.get(f"note-{work.id}"):
                self.require(work.id, _("Choose a score: the note is kept with it."))
        return taken if self.errors else taken | {"given": self.given(taken, for_all=for_all)}

    def require(self, name: Any, words: str) -> None:
        field = f"score-{name}"
        if field not in self.errors and self.cleaned_data.get(field) is None:
            self.add_error(field, words)

    def given(self, taken: dict[str, Any], *, for_all: bool) -> list[Given]:
        """What is other than it was."""
        stands = {Given(work.id, work.score, work.note) for work in self.works if work.score is not None}
        wanted = (
            Given(work.id, taken[f"score-{ALL if for_all else work.id}"], taken[f"note-{work.id}"])
            for work in self.works
        )
        return [each for each in wanted if each.score is not None and each not in stands]

    def rows(self) -> list[tuple[Judged, forms.BoundField, forms.BoundField]]:
        """Each work with its two fields."""
        return [(work, self[f"score-{work.id}"], self[f"note-{work.id}"]) for work in self.works]

    @property
    def for_all(self) -> forms.BoundField:
        """The field that gives every work the same."""
        return self[f"score-{ALL}"]


def score_field(scale: int, *, label: Any, initial: int | None = None) -> forms.Field:
    """From 1 to `scale`."""
    facts: dict[str, Any] = {"label": label, "required": False, "initial": initial}
    if scale > MOST_BUTTONS:
        widget = forms.NumberInput(attrs={"autocomplete": "off"})
        return forms.IntegerField(min_value=1, max_value=scale, widget=widget, **facts)
    return forms.TypedChoiceField(
        choices=[(number, str(number)) for number in range(1, scale + 1)],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        **facts,
    )


def note_field(*, initial: str) -> forms.CharField:
    """What the organiser alone reads."""
    return forms.CharField(
        label=gettext_lazy("Note for the organiser"),
        initial=initial,
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"autocomplete": "off", "rows": 2}),
    )
