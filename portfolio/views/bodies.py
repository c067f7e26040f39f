"""Bodies of forms that bring files, read as the API reads them."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import FormParser
from rest_framework.request import Request

from gallery.intake.multipart import WholeMultiPartParser


def readable(request: HttpRequest) -> Request:
    """The request as the API reads it: a body that a lost connection cut off is refused."""
    sent = Request(request, parsers=[WholeMultiPartParser(), FormParser()])
    sent.user = request.user
    return sent


def read(sent: Request) -> None:
    """Reads the body: what it says is in the request's POST from then on. Raises BadRequest for what is no form."""
    try:
        sent.data  # noqa: B018 - reading it is what it does
    except (ParseError, UnsupportedMediaType) as error:
        raise BadRequest from error
