"""The form with which a juror says to whom they are close."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from accounts.models import User
from portfolio.models import Juror
from social.models import Follow

MOST_SHOWN = 200
"""More boxes nobody reads; whoever follows more people names the others."""


@dataclass(frozen=True, order=True)
class Known:
    """Somebody whom a juror may be close to."""

    username: str
    name: str

    @property
    def words(self) -> str:
        """The name, and the username where that is another."""
        return self.name if self.name == self.username else f"{self.name} (@{self.username})"


class AnyoneField(forms.MultipleChoiceField):
    """Boxes to tick that are a suggestion: who was shown when the page was opened may be ticked, whoever is shown now."""

    def valid_value(self, value: str) -> bool:
        """Whether there is such a person, the action knows."""
        return True


class ClosenessForm(forms.Form):
    """`known` of those who are suggested, and `others` by their usernames."""

    known = AnyoneField(
        label=gettext_lazy("People whom you follow"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"autocomplete": "off"}),
    )
    usernames = forms.CharField(
        label=gettext_lazy("Others, by their usernames"),
        required=False,
        max_length=10_000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("With a comma or a space between them."),
    )

    def __init__(self, *args: Any, known: Iterable[Known], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["known"]
        field.choices = [(each.username, each.words) for each in known]

    def clean_usernames(self) -> list[str]:
        """Each name by itself."""
        return str(self.cleaned_data["usernames"]).replace(",", " ").split()


def declared_by(juror: Juror) -> list[Known]:
    """To whom they said to be close. One query."""
    return told(User.objects.filter(pk__in=juror.conflicts.values("artist")))


def known_to(juror: Juror) -> list[Known]:
    """Whom they declared, and whom they follow; by name. Two queries."""
    followed = Follow.objects.visible_to(juror.user).filter(follower=juror.user).values("artist")
    return sorted({*declared_by(juror), *told(User.objects.filter(pk__in=followed))})


def told(people: QuerySet[User]) -> list[Known]:
    rows = people.filter(is_active=True).exclude(artist=None).order_by("username")
    return [Known(*row) for row in rows.values_list("username", "artist__artist_name")[:MOST_SHOWN]]
