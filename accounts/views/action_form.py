"""A page with a form that does one thing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.generic import FormView

from accounts.exceptions import Refused, TooManyRequests
from accounts.rates import spend
from accounts.requests import address_of


class ActionFormView(FormView):
    """Calls `act` with what the form took; what that refuses is told on the form, beside the field it is about.

    `throttle_scope` is the rate limit, shared with the API's route of the same name.
    """

    # Django's takes PUT for a POST, of which it reads no field: everything would be saved as empty.
    http_method_names = ["get", "head", "post", "options"]
    throttle_scope = ""

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """As Django's, kept by no cache: the page may be another after signing in."""
        response = super().dispatch(*args, **kwargs)
        add_never_cache_headers(response)
        return response  # type: ignore[return-value]

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Do it and answer; may raise ValidationError or Refused."""
        raise NotImplementedError

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """The answer of `act`, or the form again."""
        try:
            if self.throttle_scope:
                spend(self.throttle_scope, str(self.request.user.pk or address_of(self.request)))
            return self.act(form.cleaned_data)
        except TooManyRequests as refusal:
            form.add_error(None, ValidationError(refusal.detail))
            response = self.form_invalid(form)
            response.status_code = refusal.status
            response.headers["Retry-After"] = str(refusal.wait)
            return response
        except Refused as refusal:
            form.add_error(None, ValidationError(refusal.detail))
        except ValidationError as error:
            add_errors(form, error)
        return self.form_invalid(form)

    def form_invalid(self, form: forms.BaseForm) -> HttpResponse:
        """The form again, with what was typed but for passwords."""
        focus_on_first_fault(form)
        return super().form_invalid(form)


def focus_on_first_fault(form: forms.BaseForm) -> None:
    """Have the browser begin at the first field that is to be put right."""
    for name in form.fields:
        if name in form.errors:
            form.fields[name].widget.attrs["autofocus"] = True
            return


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Put each message beside its field, and above the form where the form has no such field."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {None: error.error_list}
    for field, errors in by_field.items():
        form.add_error(field if field in form.fields else None, errors)
