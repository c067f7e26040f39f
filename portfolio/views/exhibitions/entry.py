"""What the steps of an entry share: the exhibition it is for, the draft of it, and that the time for it is over."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.entering.drafts import Draft, draft_of, keep
from portfolio.labels.exhibitions import deadline_of
from portfolio.models import Exhibition, Submission


@method_decorator([never_cache, login_required], name="dispatch")
class EntryPage(ActionFormView):
    """A step of an entry, `step` its name; what stands in the draft is in the session, so that the way leads to and fro."""

    form_class: type[forms.BaseForm] = forms.Form
    step = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The step; where nothing can be submitted any more, that it is so, with what was written. Raises Http404, and
        PermissionDenied for whoever organises it."""
        if self.exhibition.organizer_id == person(self.request).pk:
            raise PermissionDenied
        if not self.exhibition.is_open_for_entry:
            return self.closed()
        return super().dispatch(request, *args, **kwargs)

    def closed(self) -> HttpResponse:
        """What was typed is shown once more, so that nobody loses it."""
        typed = self.request.POST.get("artist_statement", self.draft.statement)
        context = self.facts() | {"typed": "" if self.sent and typed == self.sent.artist_statement else typed}
        status = 409 if self.request.method == "POST" else 200
        return render(self.request, "portfolio/entering/closed.html", context, status=status)

    @cached_property
    def exhibition(self) -> Exhibition:
        """Raises Http404."""
        seen = Exhibition.objects.visible_to(self.request.user).select_related("organizer__artist")
        return get_object_or_404(seen, pk=self.kwargs["exhibition_id"])

    @cached_property
    def sent(self) -> Submission | None:
        """What they have submitted already."""
        own = Submission.objects.filter(artist=person(self.request)).select_related("exhibition")
        return own.filter(exhibition=self.exhibition).first()

    @cached_property
    def draft(self) -> Draft:
        """As far as it is."""
        return draft_of(self.request.session, self.exhibition, by=person(self.request), sent=self.sent)

    def keep(self) -> None:
        """What was chosen and typed until now."""
        keep(self.request.session, self.exhibition, self.draft)

    def facts(self) -> dict[str, Any]:
        """What each step tells."""
        return {
            "exhibition": self.exhibition,
            "deadline": deadline_of(self.exhibition),
            "sent": self.sent,
            "draft": self.draft,
            "step": self.step,
        }

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what each step tells."""
        return super().get_context_data(**context) | self.facts()
