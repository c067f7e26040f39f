"""The OpenAPI description: every route with the errors it may answer, in the one shape."""

from collections.abc import Iterable, Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema as SpectacularSchema
from rest_framework import serializers

READING = {"GET", "HEAD", "OPTIONS"}
WORDS = {
    400: "Invalid: `attr` names the field.",
    401: "Not signed in, or a token that is not valid.",
    403: "Visible, but not yours; or the CSRF check failed.",
    404: "Absent, or not visible to you.",
    409: "The present state forbids it.",
    410: "Gone.",
    411: "A body without its length: send `Content-Length`.",
    412: "It changed meanwhile.",
    413: "Too large.",
    415: "A type that is not taken.",
    416: "The range lies behind the end.",
    423: "Another request is at it.",
    429: "Too many; `Retry-After` tells the seconds to wait.",
    460: "Its checksum is another.",
    503: "Not just now; `Retry-After` tells the seconds to wait.",
    507: "No room on the server.",
}


class ErrorDetailSerializer(serializers.Serializer):
    code = serializers.CharField(help_text="For programs.")
    detail = serializers.CharField(help_text="For people.")
    attr = serializers.CharField(
        allow_null=True, help_text="The field it is about; `files.0` for the first uploaded file."
    )


class ErrorSerializer(serializers.Serializer):
    """The one shape of every error."""

    type = serializers.CharField(help_text="`validation_error`, `client_error` or `server_error`.")
    errors = ErrorDetailSerializer(many=True)  # type: ignore[assignment]  # a field of the answer, not the property


def described(counts: Iterable[str]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "integer"} for name in counts}, "required": [*counts]}


class AutoSchema(SpectacularSchema):
    """Adds to each operation the errors it may answer; views name further ones in `error_statuses`, and numbers that they tell
    beside a list in `counts_beside`."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        reference = self.resolve_serializer(ErrorSerializer, "response").ref
        for status in sorted(self.error_statuses()):
            told = {"description": WORDS[status], "content": {"application/json": {"schema": reference}}}
            operation["responses"].setdefault(str(status), told)
        if counts := getattr(self.view, "counts_beside", ()):
            listed = operation["responses"]["200"]["content"]["application/json"]
            listed["schema"] = {"allOf": [listed["schema"], described(counts)]}
        return operation

    def error_statuses(self) -> Iterator[int]:
        yield from (400, 401, 403, 404, 503)
        if self.method not in READING:
            yield from (409, 415, 507)
        if getattr(self.view, "throttle_scope", None):
            yield 429
        yield from getattr(self.view, "error_statuses", ())
