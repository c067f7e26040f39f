"""Reading bodies."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class WritableJSONParser(JSONParser):
    """JSON as DRF reads it, but only what could be written again.

    Halves of a character (lone surrogates), numbers beyond 64 bits and nesting beyond reason are a 400 here, before one
    of them reaches a database or, told back in an error, the renderer.
    """

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        try:
            data = super().parse(stream, media_type, parser_context)
            orjson.dumps(data)
        except (RecursionError, TypeError) as error:
            detail = _("The JSON holds half a character, a number beyond 64 bits, or is nested too deeply.")
            raise ParseError(detail) from error
        return data
