"""The ways of the studio."""

from typing import Any

from django import template

from portfolio.studio.rooms import ROOMS, ways_to

register = template.Library()


@register.inclusion_tag("studio/_ways.html")
def studio_ways(place: str) -> dict[str, Any]:
    """The ways through the studio; `place` is the name of the room in which one is."""
    return {"rooms": ways_to(ROOMS), "place": place}
