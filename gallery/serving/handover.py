"""Having somebody else send bytes as they are: nginx from our disk, or object storage under a signed address."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from gallery.storage import Shelf

# What a redirect to an address that lives a minute may be kept for, by anyone.
PUBLIC_REDIRECT = "public, max-age=30"
# Conditions that nginx would judge again, by another ETag than ours.
CONDITIONS = ("If-Match", "If-Unmodified-Since")


def handed_over(
    request: HttpRequest, shelf: Shelf, name: str, *, size: int, headers: dict[str, str]
) -> HttpResponse | None:
    """The answer that has the file sent by somebody else with these `headers`, ranges being their business too; None where
    nobody does.

    Raises FileNotFoundError and EOFError where it is missing or cut short: they would not know what to do then.
    """
    if request.method != "GET" or any(condition in request.headers for condition in CONDITIONS):
        return None
    handover = shelf.handover(name, headers=headers)
    if not handover:
        return None
    kept = shelf.size(name)
    if kept is None:
        raise FileNotFoundError(name)
    if kept != size:
        raise EOFError("the file is not as long as its row says")
    status = 302 if "Location" in handover else 200
    return HttpResponse(status=status, content_type=headers["Content-Type"], headers=handover)


def is_handed_over(response: HttpResponseBase) -> bool:
    return "X-Accel-Redirect" in response.headers or "Location" in response.headers
