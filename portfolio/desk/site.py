"""The admin's site: its front page tells what waits, and its lists are grouped as staff think."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from portfolio.desk.groups import grouped
from portfolio.desk.waiting import what_waits


class Desk(AdminSite):
    """The desk of those who curate and moderate."""

    site_header = _("Atelier: the desk")
    site_title = _("Atelier: the desk")
    index_title = _("The desk")
    empty_value_display = "-"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The lists that this person may see, in groups."""
        return grouped(super().get_app_list(request, app_label))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """With what waits. One query for each kind of it that this person may see."""
        return super().index(request, {**(extra_context or {}), "waiting": what_waits(self, request)})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None) -> Any:
        """How the code is laid out is nobody's business here."""
        return redirect("admin:index")
