"""Where artists choose the picture that they show of themselves."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.rates import spend
from accounts.requests import person
from gallery.api.arriving import Arrivals, arriving
from portfolio.actions.profiles import change_artist
from portfolio.api.portrait_upload import FIELD, kept
from portfolio.hanging.faces import faces_of
from portfolio.organising.covers import covers_to_choose
from portfolio.studio.portrait import PortraitForm, portrait_of
from portfolio.views.bodies import read, readable
from portfolio.views.studio.settings import SettingsPage


# The token is in the body, which is read as it streams in: it is asked for behind that, before anything is done.
@method_decorator(csrf_exempt, name="dispatch")
class PortraitPage(SettingsPage):
    """`/studio/profile/portrait`: a file, or a picture of one's library, or none."""

    template_name = "studio/settings/portrait.html"
    form_class = PortraitForm
    part = "studio-profile"
    arrivals: Arrivals

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return {"image": portrait_of(person(self.request))}

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose pictures there are to choose from."""
        return super().get_form_kwargs() | {"owner": person(self.request)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the portrait as it is, and the pictures of which one may be it."""
        context = super().get_context_data(**context)
        by, form = person(self.request), context["form"]
        chosen, present = form["image"].value() or "", form.initial["image"]
        told = {"face": faces_of([by.pk])[by.pk], "largest": settings.MAX_UPLOAD_SIZE, "chosen": chosen}
        return context | told | {"pictures": covers_to_choose(by, chosen=chosen, present=present)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reads the body. Raises BadRequest, TooManyRequests, Refused."""
        spend("upload", str(person(request).pk))
        sent = readable(request)
        with arriving(sent, fields={FIELD}) as self.arrivals:
            read(sent)
            return csrf_protect(super().post)(request, *args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Show it from now on. Raises ValidationError, Refused."""
        by = person(self.request)
        with kept(self.arrivals, by=by) as picture:
            try:
                change_artist(by=by, portrait=picture or taken["image"])
            except ValidationError as error:
                raise ValidationError({"image": error.messages}) from error
        return self.saved(_("Your portrait is saved."))
