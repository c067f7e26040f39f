"""What a juror judges: the queue, and one submission after the other."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.actions.scores import score
from portfolio.judging.queue import Place, Queue, queue_of
from portfolio.judging.scores import Given, ScoresForm
from portfolio.judging.seats import is_settled, seat_of
from portfolio.judging.works import Told, tell_to_juror
from portfolio.labels.exhibitions import deadline_of
from portfolio.models import ExhibitionStatus, Juror, Submission
from portfolio.views.deeds import SeeOther


@require_safe
@never_cache
@login_required
def jury(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/jury`: what one is to judge, how far one is, and the way to where one left off; before and behind the
    time for scores, that it is so. Raises Http404 for who is not on the jury."""
    juror = seat_of(request, exhibition_id)
    exhibition = juror.exhibition
    context = {
        "exhibition": exhibition,
        "deadline": deadline_of(exhibition),
        "queue": queue_of(juror),
        "is_jurying": exhibition.status == ExhibitionStatus.JURYING,
        "is_ahead": exhibition.status == ExhibitionStatus.OPEN,
        "is_settled": is_settled(juror),
    }
    return render(request, "portfolio/jury/queue.html", context)


@method_decorator(login_required, name="dispatch")
class ScorePage(ActionFormView):
    """`/exhibitions/<id>/jury/<submission>`: one submission, as a jury may see it, and scores for it. When the time for scores is
    over it leads to where that is said."""

    template_name = "portfolio/jury/submission.html"
    form_class = ScoresForm

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; where no scores are taken any more, that it is so, with the notes that were typed. Raises Http404."""
        exhibition = self.juror.exhibition
        if exhibition.status == ExhibitionStatus.JURYING:
            return super().dispatch(*args, **kwargs)
        if self.request.method != "POST":
            return redirect("exhibition-jury", exhibition.pk)
        typed = [str(text) for name, text in self.request.POST.items() if name.startswith("note-") and text]
        return render(self.request, "portfolio/jury/over.html", {"exhibition": exhibition, "typed": typed}, status=409)

    @cached_property
    def juror(self) -> Juror:
        """Raises Http404."""
        return seat_of(self.request, self.kwargs["exhibition_id"])

    @cached_property
    def queue(self) -> Queue:
        """All that they are to judge."""
        return queue_of(self.juror)

    @cached_property
    def place(self) -> Place:
        """Where this one stands in it. Raises Http404."""
        found = self.queue.at(self.kwargs["submission_id"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def told(self) -> Told:
        """What a jury may know of it. Raises Http404."""
        return tell_to_juror(self.place.id, juror=self.juror, is_barred=self.place.is_barred)

    @cached_property
    def submission(self) -> Submission:
        """What is scored; no page is told of it. Raises Submission.DoesNotExist."""
        return Submission.objects.visible_to(self.request.user).select_related("exhibition").get(pk=self.place.id)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is scored."""
        works = [] if self.place.is_barred else self.told.works
        return super().get_form_kwargs() | {"works": works, "scale": self.juror.exhibition.score_scale}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the submission, and where the ways lead."""
        queue, place = self.queue, self.place
        return super().get_context_data(**context) | {
            "exhibition": self.juror.exhibition,
            "queue": queue,
            "place": place,
            "told": self.told,
            "before": queue.before(place),
            "behind": queue.behind(place),
            "waiting": queue.waiting(behind=place),
        }

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Keep the scores, all of them or none, and stay or go on. Raises ValidationError, Refused."""
        self.give(taken["given"])
        onward = self.queue.waiting(behind=self.place) if taken["do"] == "on" else None
        messages.success(self.request, _("Saved."))
        return SeeOther(self.way(onward))

    @transaction.atomic
    def give(self, scores: list[Given]) -> None:
        for each in scores:
            score(submission=self.submission, by=person(self.request), **each._asdict())

    def way(self, onward: Place | None) -> str:
        exhibition = self.juror.exhibition.pk
        return reverse("exhibition-judge", args=[exhibition, (onward or self.place).id])
