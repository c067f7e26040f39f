"""Where artists say what is written over their pictures."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.requests import person
from gallery.actions.watermarks import change_watermark
from gallery.models import Image, Watermark
from portfolio.organising.covers import covers_to_choose
from portfolio.studio.watermark import WatermarkForm, as_it_stands, watermark_in
from portfolio.views.studio.settings import SettingsPage


def watermark_of(request: HttpRequest) -> Watermark:
    """One's own, as it stands or as the defaults say. One query."""
    owner = person(request)
    found = Watermark.objects.select_related("image__file").filter(owner=owner).first()
    return found or Watermark(owner=owner)


class WatermarkPage(SettingsPage):
    """`/studio/watermark`. Sent with `preview`, it is shown on a picture and not saved."""

    template_name = "studio/settings/watermark.html"
    form_class = WatermarkForm
    part = "studio-watermark"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(watermark_of(self.request))

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose pictures there are to choose from."""
        return super().get_form_kwargs() | {"owner": person(self.request)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the pictures to lay it over, and those that it may be."""
        context = super().get_context_data(**context)
        form, by = context["form"], person(self.request)
        chosen = form["image"].value() or ""
        marks = covers_to_choose(by, chosen=chosen, present=form.initial["image"])
        asked = self.request.POST.get("picture", "")
        shown = next((mark for mark in marks if mark.id == asked), next(iter(marks), None))
        picture = shown.id if shown else ""
        address = preview_address(form, picture) if picture else ""
        shown_works = Image.objects.filter(owner=by, is_shown=True).count()
        told = {"pictures": marks, "chosen": chosen, "picture": picture, "preview": address, "number": shown_works}
        return context | told | {"shown": shown}

    def form_valid(self, form: Any) -> HttpResponse:
        """Save it, or show it."""
        if "preview" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        self.changed = form.changed_data
        return super().form_valid(form)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save what changed, and stay. Raises ValidationError by field."""
        try:
            change_watermark(by=person(self.request), **watermark_in(taken, self.changed))
        except ValidationError as error:
            names = {"image_id": "image"}
            raise ValidationError({names.get(key, key): said for key, said in error.error_dict.items()}) from error
        return self.saved()


def preview_address(form: Any, picture: str) -> str:
    """Where the picture is with what stands in the form."""
    told = {name: form[name].value() or "" for name in form.fields if name != "enabled"}
    return f"{reverse('studio-watermark-preview')}?{urlencode(told | {'picture': picture})}"
