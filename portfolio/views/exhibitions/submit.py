"""Submitting, the first step: which works, and in which order."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from accounts.requests import person
from portfolio.entering.choosing import choices, published_by
from portfolio.entering.drafts import Draft
from portfolio.exhibitions.entries import require_number
from portfolio.exhibitions.requirements import faults_of
from portfolio.finding.sheets import Sheet, address, sheet_of
from portfolio.views.deeds import SeeOther
from portfolio.views.exhibitions.entry import EntryPage

LONGEST_QUERY = 200
DEEDS: dict[str, Callable[[Draft, UUID], None]] = {
    "up": lambda draft, work: draft.move(work, by=-1),
    "down": lambda draft, work: draft.move(work, by=1),
    "out": lambda draft, work: draft.choose([], among=[work]),
}


class ChooseForm(forms.Form):
    """What is ticked on a page of works, of what stands there (`shown`); `do` is the button: `on`, `find`, `go:<page>`,
    `up:<id>`, `down:<id>`, `out:<id>`."""

    query = forms.CharField(
        label=gettext_lazy("Find among your works"),
        required=False,
        max_length=LONGEST_QUERY,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    do = forms.CharField(required=False, max_length=50)

    def ids(self, name: str) -> list[UUID]:
        """All ids that were sent under a name; what is none is left out."""
        sent: Any = self.data  # a QueryDict
        return [pk for pk in map(uuid_in, sent.getlist(name)) if pk]


def uuid_in(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class ChooseWorksPage(EntryPage):
    """`/exhibitions/<id>/submit`: one's published works, as many as one likes on pages, with boxes to tick. Every button keeps
    what is ticked."""

    template_name = "portfolio/entering/works.html"
    form_class = ChooseForm
    step = "works"

    @cached_property
    def query(self) -> str:
        """What the titles of this page were searched for."""
        return self.request.GET.get("query", "")[:LONGEST_QUERY].replace("\0", "").strip()

    @cached_property
    def sheet(self) -> Sheet:
        """The page of works that is shown. Raises Http404."""
        own = published_by(self.request.user, query=self.query).values_list("pk", flat=True)
        return sheet_of(self.request, own, {"query": self.query})

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the works to choose from, and those that are chosen."""
        return super().get_context_data(**context) | {
            "sheet": self.sheet,
            "choices": self.told(self.sheet.rows),
            "chosen": self.told(self.draft.works),
        }

    def told(self, works: list[UUID]) -> list[Any]:
        return choices(self.exhibition, works, by=person(self.request), chosen=self.draft.works)

    def get_initial(self) -> dict[str, Any]:
        """What was searched for."""
        return {"query": self.query}

    def form_valid(self, form: Any) -> HttpResponse:
        """Whatever is pressed, what is ticked is kept."""
        own = published_by(self.request.user).values_list("pk", flat=True)
        ticked, shown = form.ids("artwork_ids"), form.ids("shown")
        there = set(own.filter(pk__in=ticked)) | set(self.draft.works)
        self.draft.choose([pk for pk in ticked if pk in there], among=shown)
        self.keep()
        return super().form_valid(form)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """On to what the button leads to. Raises ValidationError where this cannot be sent as it is."""
        deed, _colon, value = taken["do"].partition(":")
        if deed == "find":
            return SeeOther(address(self.request.path, {"query": taken["query"]}))
        if deed == "go":
            return SeeOther(address(self.request.path, {"query": self.query, "page": value}))
        if deed in DEEDS and (work := uuid_in(value)):
            DEEDS[deed](self.draft, work)
            self.keep()
            return SeeOther(f"{self.request.get_full_path()}#chosen")
        self.require_fit()
        return SeeOther(reverse("exhibition-submit-statement", args=[self.exhibition.pk]))

    def require_fit(self) -> None:
        """What would be refused at the end is told here already. Raises ValidationError."""
        works = self.draft.works
        require_number(self.exhibition, works)
        faults = faults_of(self.exhibition, works, by=person(self.request))
        if faults:
            raise ValidationError([words for each in faults.values() for words in each])
