"""Tables for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel reads it as Latin-1."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text begins with that a spreadsheet takes for a formula, in full width too: OWASP, “CSV injection”."""


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows below a line of what the columns are, with no text in them that a spreadsheet would work out."""
    written = StringIO()
    written.write("\ufeff")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return written.getvalue()


def harmless(value: Any) -> Any:
    """A text that no spreadsheet works out: an apostrophe goes before one that it might. Numbers are ours."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


def as_file(text: str, name: str) -> HttpResponse:
    """A table to be saved under a name."""
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
