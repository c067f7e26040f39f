"""The room of one commission."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portfolio.commissioning.room import room_of
from portfolio.views.commissions.pages import CommissionPage


class RoomPage(CommissionPage):
    """`/commissions/<id>`: what was asked, how far it is, whose turn it is, what was said and what may be done now. As many
    queries for any number of messages."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """All of it. Raises Http404."""
        is_whole = request.GET.get("show") == "all"
        room = room_of(self.commission, viewer=request.user, is_whole=is_whole)
        return render(request, "portfolio/commissions/room.html", room)
