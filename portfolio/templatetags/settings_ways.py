"""The ways of the settings."""

from typing import Any

from django import template
from django.urls import reverse

from portfolio.studio.settings import PARTS

register = template.Library()


@register.inclusion_tag("studio/settings/_ways.html")
def settings_ways(here: str) -> dict[str, Any]:
    """The ways through the settings; `here` is the name of the part in which one is."""
    parts = [{"name": part.name, "label": part.label, "href": reverse(part.name)} for part in PARTS]
    return {"parts": parts, "here": here}
