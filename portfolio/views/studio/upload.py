"""Where files come in: by script many at once, each resumable (`static/js/studio/queue.js`), without it one by a form."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.rates import spend
from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.uploads import Verdict, receive_file
from gallery.api.arriving import Arrivals, arriving
from gallery.links import opened_links
from gallery.models import File, Kind
from portfolio.studio.uploading import UploadForm, what_is_taken, wishes_in
from portfolio.views.bodies import read, readable
from portfolio.views.deeds import SeeOther

FIELD = "file"
CHOSEN_BEFORE = {"folder": "folder_id", "album": "album_id"}


# The token is in the body, which is read as it streams in: it is asked for behind that, before anything is done.
@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(login_required, name="dispatch")
class UploadPage(ActionFormView):
    """`/studio/upload`, where `folder` and `album` may say what is chosen before."""

    template_name = "studio/upload.html"
    form_class = UploadForm
    arrivals: Arrivals

    def get_initial(self) -> dict[str, Any]:
        """What a link chose, and who sees a person's pictures unless they say otherwise."""
        chosen = {field: self.request.GET.get(name, "") for name, field in CHOSEN_BEFORE.items()}
        return chosen | {"visibility": person(self.request).default_visibility}

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose folders and albums there are to choose from."""
        return super().get_form_kwargs() | {"owner": person(self.request), "links": opened_links(self.request)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what a browser may judge before it sends. Four queries beside the frame's."""
        told = {"place": "studio-upload", "taken": what_is_taken(person(self.request)), "now": timezone.now()}
        return super().get_context_data(**context) | told

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reads the body. Raises BadRequest, TooManyRequests, Refused."""
        spend("upload", str(person(request).pk))
        sent = readable(request)
        with arriving(sent, fields={FIELD}) as self.arrivals:
            read(sent)
            return csrf_protect(super().post)(request, *args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Take the file in, and tell where it is. Raises ValidationError on the file, Refused."""
        if not self.arrivals.files or self.arrivals.reservation is None:
            raise ValidationError({FIELD: _("Choose a file.")})
        (arrival, *_others), reservation = self.arrivals.files, self.arrivals.reservation
        wishes = wishes_in(taken)
        verdict = receive_file(arrival=arrival, by=person(self.request), wishes=wishes, reservation=reservation)
        if verdict.file is None:
            raise ValidationError({FIELD: verdict.error.detail if verdict.error else _("The file did not arrive.")})
        messages.success(self.request, told_of(verdict, verdict.file))
        return SeeOther(reverse("studio-upload"))


def told_of(verdict: Verdict, file: File) -> str:
    """That it is here, by a link to it."""
    words = _("{name} was here already.") if verdict.status == "duplicate" else _("{name} is in your library.")
    address = reverse("studio-image", args=[file.pk]) if file.kind == Kind.IMAGE else reverse("studio-files")
    return format_html(words, name=format_html('<a href="{}">{}</a>', address, file.name))
