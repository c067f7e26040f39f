"""What pages are made of, to be looked at: read from the style sheets and the samples, so that it cannot fall behind them."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy

from portfolio.looks.contrast import contrast
from portfolio.looks.themes import Theme, Typeface
from portfolio.models import Layout

# Each is a template of its own in templates/portfolio/styleguide/. A new component is a file there, and a line here.
SAMPLES: tuple[tuple[str, Any], ...] = (
    ("type", gettext_lazy("Type")),
    ("buttons", gettext_lazy("Buttons")),
    ("glyphs", gettext_lazy("Buttons of one icon")),
    ("fields", gettext_lazy("Fields")),
    ("faults", gettext_lazy("What is wrong")),
    ("pictures", gettext_lazy("Pictures")),
    ("wall", gettext_lazy("A wall")),
    ("cards", gettext_lazy("Cards")),
    ("posters", gettext_lazy("Exhibitions")),
    ("words", gettext_lazy("Tags and what is chosen")),
    ("facets", gettext_lazy("Facets")),
    ("results", gettext_lazy("Results")),
    ("ways", gettext_lazy("Where one is, and the way on")),
    ("deeds", gettext_lazy("What one does with a work, and about an artist")),
    ("talk", gettext_lazy("Comments")),
    ("news", gettext_lazy("Notifications")),
    ("stream", gettext_lazy("Your feed")),
    ("report", gettext_lazy("Report to the moderators")),
    ("decision", gettext_lazy("Decisions")),
    ("commission", gettext_lazy("Commissions")),
    ("wishes", gettext_lazy("What you are told")),
    ("people", gettext_lazy("Blocked people")),
    ("organising", gettext_lazy("Submissions, as their organiser sees them")),
    ("entering", gettext_lazy("Entering an exhibition")),
    ("jury", gettext_lazy("A jury")),
    ("notes", gettext_lazy("Notes, and rooms that are empty")),
    ("ends", gettext_lazy("Where there is nothing")),
    ("slides", gettext_lazy("Slides")),
    ("portfolio", gettext_lazy("A portfolio")),
    ("choices", gettext_lazy("Choices")),
    ("themes", gettext_lazy("Themes")),
    ("typefaces", gettext_lazy("Typefaces")),
)
# The style sheets of all of them, beside those of every page.
FAMILIES = (
    "discovery", "finding", "viewing", "entrance", "portfolio", "social", "personal", "exhibitions", "organising", "jury",
    "studio/looks", "themes", "commissions", "styleguide",
)  # fmt: skip
SHEETS = tuple(f"css/{name}.css" for name in FAMILIES)

TONE = re.compile(r"--([a-z]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);")
SYMBOL = re.compile(r'<symbol id="([a-z-]+)"')
GROUNDS = ("paper", "wall", "mount", "field")
TEXTS = ("ink", "muted", "accent", "danger", "good")


class Sample(NamedTuple):
    """A component, its heading and its markup, which is the page's and the reader's."""

    name: str
    title: str
    markup: str


class Tone(NamedTuple):
    """A custom property with its colour in the light scheme and in the dark one; of text, its `least` contrast in each."""

    name: str
    colors: tuple[str, str]
    least: list[float]


def samples() -> list[Sample]:
    """All of them, rendered."""
    context = {"themes": Theme, "typefaces": Typeface, "layouts": Layout}
    return [Sample(name, str(title), rendered(name, context)) for name, title in SAMPLES]


def rendered(name: str, context: dict[str, Any]) -> str:
    """The markup of one."""
    return render_to_string(f"portfolio/styleguide/{name}.html", context)


def tones() -> list[Tone]:
    """The colours of tokens.css, in its order."""
    found = {name: (whole(light), whole(dark)) for name, light, dark in TONE.findall(static_text("css/tokens.css"))}
    grounds = [found[name] for name in GROUNDS]
    return [Tone(name, colors, least(colors, grounds) if name in TEXTS else []) for name, colors in found.items()]


def least(text: tuple[str, str], grounds: list[tuple[str, str]]) -> list[float]:
    """The least contrast of a text with any of the grounds, in each scheme (WCAG 2.2)."""
    return [min(contrast(text[scheme], ground[scheme]) for ground in grounds) for scheme in (0, 1)]


def whole(color: str) -> str:
    """`#fff` as `#ffffff`."""
    return color if len(color) == 7 else "#" + "".join(digit * 2 for digit in color[1:])


def icons() -> list[str]:
    """The names of the sprite's symbols."""
    return SYMBOL.findall(static_text("img/icons.svg"))


def static_text(name: str) -> str:
    """A static file as it was written, before it was given a hashed name."""
    return Path(settings.STATICFILES_DIRS[0], name).read_text()
