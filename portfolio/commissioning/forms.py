"""The forms of a commission: their fields are named as the API's, whose actions say what cannot stand together."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portfolio.fields import currency_choices, day_field, text_field

TITLE, DESCRIPTION, WORDS = 200, 10_000, 5_000
"""How long texts may be."""
OFF = {"autocomplete": "off"}


class WordsField(forms.CharField):
    """Several lines: a browser counts the end of each as one character, and sends two."""

    def to_python(self, value: Any) -> str:
        """With one character at the end of a line."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


def words_field(label: Any, *, longest: int, rows: int, **options: Any) -> forms.CharField:
    """So many rows."""
    return WordsField(label=label, max_length=longest, widget=forms.Textarea(attrs={**OFF, "rows": rows}), **options)


def amount_field(label: Any, **options: Any) -> forms.DecimalField:
    """An amount of money; which decimals it may have is a matter of its currency."""
    widget = forms.NumberInput(attrs={**OFF, "step": "any", "min": "0", "inputmode": "decimal"})
    return forms.DecimalField(
        label=label, max_digits=12, decimal_places=3, min_value=Decimal(0), widget=widget, **options
    )


def currency_field(**options: Any) -> forms.ChoiceField:
    """One of the currencies of today."""
    return forms.ChoiceField(label=_("Currency"), choices=currency_choices, widget=forms.Select(attrs=OFF), **options)


class RequestForm(forms.Form):
    """What somebody asks an artist to make."""

    title = text_field(_("Title"), longest=TITLE, help_text=_("What you would call it, in a few words."))
    description = words_field(
        _("What you wish for"),
        longest=DESCRIPTION,
        rows=8,
        help_text=_("What it shows, how large, for which place. Pictures can follow as messages."),
    )
    budget = amount_field(_("Budget"), required=False)
    currency = currency_field(required=False)
    deadline = day_field(_("Needed by"))


class QuoteForm(forms.Form):
    """What the artist would make it for."""

    amount = amount_field(_("Amount"))
    currency = currency_field()
    terms = words_field(
        _("Terms"), longest=WORDS, rows=4, required=False, help_text=_("What is included, and when it is paid.")
    )


class NoteForm(forms.Form):
    """How far the work is."""

    progress_notes = words_field(_("How far it is"), longest=WORDS, rows=3)


class MoveForm(forms.Form):
    """A word with a step, for the other party to read."""

    progress_notes = words_field(
        _("A word about it"), longest=WORDS, rows=4, required=False, help_text=_("The other party reads it.")
    )


class CompletionForm(MoveForm):
    """When the work was finished."""

    completion_date = day_field(_("Finished on"), help_text=_("Today, where you leave it empty."))


class AnswerForm(forms.Form):
    """Whether the client takes the quote."""

    accept = forms.TypedChoiceField(choices=[("true", _("Accept")), ("false", _("Decline"))], coerce="true".__eq__)


class FilesInput(forms.FileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class MessageForm(forms.Form):
    """Words, files, or both. The files are streamed past the form; its field is where they are chosen."""

    text = words_field(_("Message"), longest=WORDS, rows=4, required=False)
    # Under the API's name, which forms have for something else; with attributes of its own, to which Django adds `multiple`.
    locals()["files"] = forms.FileField(
        label=_("Files"),
        required=False,
        widget=FilesInput(attrs={**OFF}),
        help_text=_(
            "Only the two of you see them. Pictures go without place and serial numbers, other files as they are."
        ),
    )
