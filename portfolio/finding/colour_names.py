"""The colours that pictures are searched by, in the reader's words."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

COLOUR_NAMES: dict[str, Promise] = {
    "black": pgettext_lazy("colour", "Black"),
    "charcoal": pgettext_lazy("colour", "Charcoal"),
    "grey": pgettext_lazy("colour", "Grey"),
    "silver": pgettext_lazy("colour", "Silver"),
    "white": pgettext_lazy("colour", "White"),
    "cream": pgettext_lazy("colour", "Cream"),
    "beige": pgettext_lazy("colour", "Beige"),
    "tan": pgettext_lazy("colour", "Tan"),
    "brown": pgettext_lazy("colour", "Brown"),
    "maroon": pgettext_lazy("colour", "Maroon"),
    "red": pgettext_lazy("colour", "Red"),
    "coral": pgettext_lazy("colour", "Coral"),
    "salmon": pgettext_lazy("colour", "Salmon"),
    "pink": pgettext_lazy("colour", "Pink"),
    "magenta": pgettext_lazy("colour", "Magenta"),
    "orange": pgettext_lazy("colour", "Orange"),
    "amber": pgettext_lazy("colour", "Amber"),
    "gold": pgettext_lazy("colour", "Gold"),
    "yellow": pgettext_lazy("colour", "Yellow"),
    "olive": pgettext_lazy("colour", "Olive"),
    "lime": pgettext_lazy("colour", "Lime"),
    "green": pgettext_lazy("colour", "Green"),
    "forest": pgettext_lazy("colour", "Forest"),
    "mint": pgettext_lazy("colour", "Mint"),
    "teal": pgettext_lazy("colour", "Teal"),
    "turquoise": pgettext_lazy("colour", "Turquoise"),
    "sky": pgettext_lazy("colour", "Sky"),
    "blue": pgettext_lazy("colour", "Blue"),
    "navy": pgettext_lazy("colour", "Navy"),
    "indigo": pgettext_lazy("colour", "Indigo"),
    "purple": pgettext_lazy("colour", "Purple"),
    "lavender": pgettext_lazy("colour", "Lavender"),
}
"""By the names of `gallery.imaging.palette`, in its order: from dark to light and round the circle."""


def colour_name(color: str) -> str:
    """The name of a colour to be read; a hex value is its own."""
    return str(COLOUR_NAMES.get(color, color))
