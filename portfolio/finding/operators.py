"""What can be written in a query, told to people."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Operator(NamedTuple):
    """How something is written, what it finds, and a query that shows it."""

    written: str
    finds: str | Promise
    example: str


OPERATORS = (
    Operator("sea light", _("Both words, wherever they stand."), "sea light"),
    Operator('"…"', _("These words beside each other."), '"low tide"'),
    Operator("OR", _("Either of the two."), "etching OR woodcut"),
    Operator("-", _("All that does not have this word."), "sea -blue"),
    Operator("( )", _("What belongs together."), "(ink OR charcoal) portrait"),
    Operator("*", _("All that begins so."), "print*"),
    Operator("title: description:", _("In the title, or in what is said of it."), "title:winter"),
    Operator("tag:", _("With this tag."), "tag:sea"),
    Operator("artist: location:", _("By this artist, or by one who lives there."), "location:lisbon"),
    Operator("medium:", _("In this medium."), "medium:oil"),
    Operator(
        "color:", _("Where this colour, or one near it, is seen: a name, or a value such as #336699."), "color:teal"
    ),
    Operator("price:", _("What costs so much, or less, or more."), "price:<500"),
    Operator("before: after:", _("Made before or after: a year, a month or a day."), "after:2023-05"),
    Operator("camera: iso: width:", _("As a photograph was taken, and how many pixels wide it is."), "iso:>800"),
)
EXAMPLES = ("color:navy", '"black and white"', "medium:oil price:<2000", "tag:sea OR tag:mountains", "ink -colour")
"""Queries to begin with."""
