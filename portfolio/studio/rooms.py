"""The rooms of the studio, in the order in which its ways lead to them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Room(NamedTuple):
    """One of them: the name of its address in `portfolio.studio_urls`, and what its way is called."""

    name: str
    label: Promise


ROOMS = (
    Room("studio", _("Overview")),
    Room("studio-upload", _("Upload")),
    Room("studio-library", _("Pictures")),
    Room("studio-albums", _("Albums")),
    Room("studio-files", _("Files")),
    Room("studio-works", _("Works")),
    Room("studio-galleries", _("Galleries")),
    Room("studio-life", _("Life")),
    Room("studio-statistics", _("Statistics")),
    Room("studio-profile", _("Settings")),
)


def ways_to(rooms: Iterable[Room]) -> list[dict[str, Any]]:
    """These rooms with their addresses, for a template."""
    return [{"name": room.name, "label": room.label, "href": reverse(room.name)} for room in rooms]
