"""What a page of a portfolio wears."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from portfolio.looks.accents import version
from portfolio.looks.themes import Theme


@dataclass(frozen=True)
class Look:
    """As names, which the style sheet knows; `sheet` is the address of the accent's own, empty where there is none."""

    theme: str
    typeface: str
    layout: str
    sections: Sequence[str]
    cover: UUID | None
    sheet: str


def look_of(portfolio: dict[str, Any], *, username: str, theme: str = "") -> Look:
    """The look of a portfolio as the API tells it; in another theme where this one is known, as a gallery may have its own."""
    accent = portfolio["accent"]
    address = reverse("look", args=[username])
    return Look(
        theme=theme if theme in Theme.values else portfolio["theme"],
        typeface=portfolio["typeface"],
        layout=portfolio["layout"],
        sections=portfolio["sections"],
        cover=portfolio["cover_artwork_id"],
        sheet=f"{address}?v={version(accent)}" if accent else "",
    )
