"""What is said below a work, on a page of its own, which is where it is written too."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.requests import person, site_of
from accounts.views.action_form import ActionFormView
from gallery.api.pictures import Row
from gallery.models import Artwork
from portfolio.hanging.thumbs import thumb_of_card
from portfolio.hanging.works import is_veiled, tell_cards
from portfolio.talking.form import CommentForm
from portfolio.talking.page import around, id_in, work_talked_of
from portfolio.talking.places import ON_A_PAGE, place_of
from portfolio.talking.threads import SILENCE, Talk, answers_below, talk_below
from portfolio.views.deeds import SeeOther
from social.actions.comments import write_comment
from social.models import Comment


class CommentsPage(ActionFormView):
    """`/artworks/<id>/comments`: what is said, the newest first, from `cursor` on; with `parent` a comment with all below it, the
    oldest first. `reply` names the comment that is answered. A dozen queries at most. A POST writes a comment, and leads to it.
    """

    template_name = "portfolio/comments.html"
    form_class = CommentForm
    throttle_scope = "comment"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A visitor signs in first, and has said nothing yet."""
        if not request.user.is_authenticated:
            return redirect_to_login(reverse("artwork", args=[self.work["id"]]))
        return super().post(request, *args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Say it, and go to where it stands. Raises Http404, ValidationError by field, Refused."""
        said = {"comment_text": taken["comment_text"], "parent_id": taken["parent_comment_id"]}
        try:
            comment = write_comment(artwork_id=self.work["id"], by=person(self.request), **said)
        except Artwork.DoesNotExist:
            raise Http404 from None
        return SeeOther(place_of(comment, asked=shown_to(self.request.user, self.work)))

    @cached_property
    def work(self) -> Row:
        """The work. Raises Http404."""
        try:
            return work_talked_of(self.kwargs["artwork_id"], viewer=self.request.user)
        except Artwork.DoesNotExist:
            raise Http404 from None

    def get_initial(self) -> dict[str, Any]:
        """Whom it answers."""
        return {"parent_comment_id": id_in(self.request, "reply")}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the work, and what is said below it unless that is veiled."""
        context = super().get_context_data(**context)
        (card,) = tell_cards([self.work["id"]], viewer=self.request.user)
        asked = self.request.GET.get("show")
        veiled = self.request.method != "POST" and asked != "mature" and is_veiled(self.work, viewer=self.request.user)
        talk = SILENCE if veiled else self.talk()
        context |= around(talk, context["form"], work=self.work, viewer=self.request.user)
        return context | {
            "work": self.work,
            "picture": thumb_of_card(card),
            "is_veiled": veiled,
            "is_thread": id_in(self.request, "parent") is not None,
            "is_part": any(name in self.request.GET for name in ("cursor", "parent", "reply")),
            "site": site_of(self.request),
        }

    def talk(self) -> Talk:
        """The threads, or the one, that the address asks for. Raises Http404."""
        behind, parent = id_in(self.request, "cursor"), id_in(self.request, "parent")
        told: dict[str, Any] = {"viewer": self.request.user, "behind": behind, "limit": ON_A_PAGE}
        try:
            return answers_below(self.work, parent, **told) if parent else talk_below(self.work, **told)
        except (Comment.DoesNotExist, Artwork.DoesNotExist):
            raise Http404 from None


def shown_to(viewer: Any, work: Row) -> dict[str, str]:
    """What lifts the veil from a work, for who has just said something below it."""
    return {"show": "mature"} if is_veiled(work, viewer=viewer) else {}
