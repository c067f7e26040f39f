"""From what an action raises to what a client of the API is told."""

from typing import Any

from django.core.exceptions import (
    NON_FIELD_ERRORS,
    ObjectDoesNotExist,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.exceptions import ValidationError as DjangoValidationError
from django.http import UnreadablePostError
from django.utils.translation import gettext as _
from drf_standardized_errors.handler import ExceptionHandler as StandardHandler
from rest_framework import exceptions

from accounts.exceptions import Refused
from config.trouble import Trouble, trouble_of


class StatusError(exceptions.APIException):
    """An API error with a status, code, field and wait of its own."""

    def __init__(
        self, status: int, code: str, detail: Any, *, attr: str | None = None, wait: int | None = None
    ) -> None:
        super().__init__(by_field(detail, code, attr) if attr else detail, code)
        self.status_code = status
        self.wait = wait


def by_field(detail: Any, code: str, attr: str) -> dict[str, list[exceptions.ErrorDetail]]:
    return {attr: [exceptions.ErrorDetail(str(detail), code)]}


def from_refused(error: Refused) -> exceptions.APIException:
    if error.status == 400:
        together = isinstance(error.detail, dict)
        return exceptions.ValidationError(
            error.detail if together else by_field(error.detail, error.code, error.attr or "non_field_errors")
        )
    return StatusError(error.status, error.code, error.detail, attr=error.attr, wait=error.wait)


def from_validation_error(error: DjangoValidationError) -> exceptions.ValidationError:
    """Keeps each message's own code, and names `non_field_errors` where no field is to blame."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    detail = {
        "non_field_errors" if field == NON_FIELD_ERRORS else field: [
            exceptions.ErrorDetail(message, code=entry.code or "invalid")
            for entry in errors
            for message in entry.messages
        ]
        for field, errors in by_field.items()
    }
    return exceptions.ValidationError(detail)


def from_trouble(trouble: Trouble) -> exceptions.APIException:
    return StatusError(trouble.status, trouble.code, trouble.detail, wait=trouble.wait)


class ExceptionHandler(StandardHandler):
    """Standardized errors for Django's exceptions, our own refusals and passing troubles as well as for DRF's."""

    def convert_known_exceptions(self, exc: Exception) -> Exception:
        if isinstance(exc, Refused):
            return from_refused(exc)
        if isinstance(exc, DjangoValidationError):
            return from_validation_error(exc)
        if isinstance(exc, ObjectDoesNotExist):
            return exceptions.NotFound()
        if isinstance(exc, RequestDataTooBig):
            return StatusError(413, "too_large", _("The request is too large."))
        if isinstance(exc, SuspiciousOperation | UnreadablePostError):
            return StatusError(400, "bad_request", _("The request could not be read."))
        if trouble := trouble_of(exc):
            return from_trouble(trouble)
        return super().convert_known_exceptions(exc)
