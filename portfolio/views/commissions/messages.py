"""What the two parties write to each other, with files."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.exceptions import Refused
from accounts.rates import spend
from accounts.requests import person
from gallery.api.arriving import Arrivals, arriving
from portfolio.actions.messages import judged, write_message
from portfolio.commissioning.forms import MessageForm
from portfolio.commissions.attachments import kept
from portfolio.views.bodies import read, readable
from portfolio.views.commissions.pages import InRoomPage
from portfolio.views.deeds import SeeOther

FIELD = "files"


# The token is in the body, which is read as it streams in: it is asked for behind that, before anything is done.
@method_decorator(csrf_exempt, name="dispatch")
class MessagePage(InRoomPage):
    """`/commissions/<id>/messages`: `text` and `files`, which come in as those of an upload: one bad file refuses the whole."""

    form_class = MessageForm
    slot = "message"
    throttle_scope = "message"
    arrivals: Arrivals

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reads the body. Raises Http404, BadRequest, TooManyRequests, Refused."""
        self.place()  # 404 before a byte is read
        spend("upload", str(person(request).pk))
        sent = readable(request)
        with arriving(sent, fields={FIELD}) as self.arrivals:
            read(sent)
            return csrf_protect(super().post)(request, *args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Send it, and go to where it stands. Raises ValidationError by field, Refused."""
        judged(taken["text"], self.arrivals.files)
        try:
            with kept(self.arrivals, by=person(self.request)) as names:
                by, text = person(self.request), taken["text"]
                write_message(commission=self.commission, by=by, text=text, files=list(names), names=names)
        except Refused as refusal:
            if isinstance(refusal.detail, dict):
                raise self.faults(refusal.detail) from refusal
            raise
        return SeeOther(self.place("latest"))

    def faults(self, errors: dict[str, Any]) -> ValidationError:
        """What is wrong with the files, each under its name: `errors` are told by `files.<index>`."""
        names = {f"{FIELD}.{index}": arrival.filename for index, arrival in enumerate(self.arrivals.files)}
        return ValidationError({FIELD: [f"{names[attr]}: {error}" for attr, (error,) in errors.items()]})
