"""Small pictures in lists."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString


def picture(src: str, alt_text: str = "") -> SafeString | str:
    """A small picture from this address; nothing where there is none."""
    if not src:
        return ""
    return format_html(
        '<img class="desk-preview" src="{}" alt="{}" width="64" height="64" loading="lazy">', src, alt_text
    )


class Attaching(Protocol):
    """The desk of such a list."""

    def attach(self, rows: Sequence[Any]) -> None:
        """Sets on each row what the list shows of it."""


class PreviewList(ChangeList):
    """A page of a list whose desk reads what belongs to all its rows together, by `attach(rows)`."""

    @property
    def desk(self) -> Attaching:
        """Whose list it is."""
        return cast(Attaching, self.model_admin)

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page, with what was attached."""
        super().get_results(request)
        rows: Any = list(self.result_list)
        self.desk.attach(rows)
        self.result_list = rows
