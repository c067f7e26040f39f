"""The themes, by the names that `static/css/themes.css` gives their colours to, and the colours that accents are held against.

A test holds these papers and those of the style sheet together.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Theme(models.TextChoices):
    """How the walls are painted."""

    PAPER = "paper", _("Paper")
    MINIMAL = "minimal", _("Minimal")
    CLASSIC = "classic", _("Classic")
    MODERN = "modern", _("Modern")
    DARK = "dark", _("Dark")
    BOLD = "bold", _("Bold")
    SALON = "salon", _("Salon")


class Papers(NamedTuple):
    """What text stands on in the light scheme and in the dark one; a theme that knows one scheme has it twice."""

    light: str
    dark: str


PAPERS = {
    Theme.PAPER: Papers("#fbfaf8", "#151413"),
    Theme.MINIMAL: Papers("#ffffff", "#000000"),
    Theme.CLASSIC: Papers("#f1e8d8", "#1f1811"),
    Theme.MODERN: Papers("#f3f5f7", "#11151a"),
    Theme.DARK: Papers("#121212", "#121212"),
    Theme.BOLD: Papers("#fffdf6", "#0a0a0c"),
    Theme.SALON: Papers("#10312a", "#10312a"),
}


class Typeface(models.TextChoices):
    """Pairs of faces, for headings and for text, that systems have."""

    SANS = "sans", _("Sans serif")
    SERIF = "serif", _("Serif")
    CLASSIC = "classic", _("Old style and sans serif")
    HUMANIST = "humanist", _("Humanist")
    GEOMETRIC = "geometric", _("Geometric")
    SLAB = "slab", _("Slab serif")
    MONO = "mono", _("Typewriter")


def theme_named(name: str) -> Theme:
    """The theme of this name; the site's own where there is none, as of rows from before there was a list."""
    return Theme(name) if name in Theme.values else Theme.PAPER


def typeface_named(name: str) -> Typeface:
    """Likewise."""
    return Typeface(name) if name in Typeface.values else Typeface.CLASSIC
