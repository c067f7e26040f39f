"""Submitting, the steps behind the choice of works: what is said of them, and a last look before all is sent."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.requests import person
from portfolio.actions.submissions import submit, submit_again
from portfolio.entering.choosing import choices
from portfolio.entering.drafts import drop
from portfolio.exhibitions.entries import LONGEST_STATEMENT
from portfolio.labels.exhibitions import fee_of
from portfolio.models import SubmissionStatus
from portfolio.views.deeds import SeeOther
from portfolio.views.exhibitions.entry import EntryPage


class StatementForm(forms.Form):
    """What the artist says of the works."""

    artist_statement = forms.CharField(
        label=gettext_lazy("Your statement"),
        max_length=LONGEST_STATEMENT,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "off", "rows": 12}),
        help_text=gettext_lazy("What the jury should know of these works. You may leave it empty."),
    )
    do = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)


class LaterStep(EntryPage):
    """A step that needs works: whoever has none chosen yet begins with them."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The step, or the first one."""
        if not self.draft.works:
            return SeeOther(self.way("exhibition-submit"))
        return super().get(*args, **kwargs)

    def way(self, name: str) -> str:
        return reverse(name, args=[self.exhibition.pk])


class StatementPage(LaterStep):
    """`/exhibitions/<id>/submit/statement`: both its buttons keep what is typed."""

    template_name = "portfolio/entering/statement.html"
    form_class = StatementForm
    step = "statement"

    def get_initial(self) -> dict[str, Any]:
        """What was typed before."""
        return {"artist_statement": self.draft.statement}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Keep it, and go on or back."""
        self.draft.statement = taken["artist_statement"]
        self.keep()
        return SeeOther(self.way("exhibition-submit" if taken["do"] == "back" else "exhibition-submit-send"))


class SendPage(LaterStep):
    """`/exhibitions/<id>/submit/send`: all that is sent, what it costs, until when it can be changed."""

    template_name = "portfolio/entering/send.html"
    step = "send"
    throttle_scope = "submission"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the works in their order."""
        works = choices(self.exhibition, self.draft.works, by=person(self.request), chosen=self.draft.works)
        return super().get_context_data(**context) | {"works": works, "fee": fee_of(self.exhibition)}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Send it. Raises ValidationError, Refused; the draft stays then."""
        told: dict[str, Any] = {
            "artwork_ids": self.draft.works,
            "artist_statement": self.draft.statement,
            "by": person(self.request),
        }
        if self.sent is None:
            submit(exhibition=self.exhibition, **told)
        else:
            submit_again(submission=self.sent, **told)
        drop(self.request.session, self.exhibition)
        messages.success(self.request, self.done())
        return SeeOther(self.way("exhibition-submission"))

    def done(self) -> str:
        if self.sent is None or self.sent.status == SubmissionStatus.WITHDRAWN:
            return _("It is sent.")
        return _("Your changes are sent.")
