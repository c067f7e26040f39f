"""The ways of the settings."""

from typing import Any

from django import template

from portfolio.studio.rooms import ways_to
from portfolio.studio.settings import PARTS

register = template.Library()


@register.inclusion_tag("studio/settings/_ways.html")
def settings_ways(here: str) -> dict[str, Any]:
    """The ways through the settings; `here` is the name of the part in which one is."""
    return {"parts": ways_to(PARTS), "here": here}
