"""The themes as the style sheet has them: every text can be read on everything that it stands on, in both schemes."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from portfolio.looks.contrast import LEAST, contrast
from portfolio.looks.themes import PAPERS, Theme, Typeface, theme_named, typeface_named

CSS = Path(settings.BASE_DIR, "static/css")
COLOR = re.compile(r"--([a-z]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));")
BLOCK = re.compile(r'\[data-theme="(\w+)"\] \{(.*?)\n  \}', re.DOTALL)
ON_WALLS = product(["ink", "muted", "accent"], ["paper", "wall", "mount", "field"])
IN_FORMS = product(["danger", "good"], ["paper", "field"])


def whole(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(digit * 2 for digit in color[1:])


def colors_in(css: str) -> dict[str, tuple[str, str]]:
    """By name, for the light scheme and for the dark one."""
    found = COLOR.findall(css)
    return {name: (whole(light or both), whole(dark or both)) for name, light, dark, both in found}


SHEET = (CSS / "themes.css").read_text()
TOKENS = colors_in((CSS / "tokens.css").read_text())
BLOCKS = {"paper": ""} | dict(BLOCK.findall(SHEET))
SCHEMES = {name: (1,) if "color-scheme: dark" in block else (0, 1) for name, block in BLOCKS.items()}


def test_the_style_sheet_knows_the_themes_and_typefaces_that_there_are():
    assert set(BLOCKS) == set(Theme.values)
    # The one is the site's own.
    assert {*re.findall(r'data-typeface="(\w+)"', SHEET), "classic"} == set(Typeface.values)


@pytest.mark.parametrize("theme", Theme)
def test_the_papers_that_accents_are_held_against_are_those_of_the_style_sheet(theme):
    light, dark = (TOKENS | colors_in(BLOCKS[theme]))["paper"]
    assert PAPERS[theme] == (light, dark)
    assert len(SCHEMES[theme]) == 2 or light == dark


@pytest.mark.parametrize("theme", Theme.values)
@pytest.mark.parametrize(("text", "behind"), [*ON_WALLS, *IN_FORMS])
def test_every_text_can_be_read(theme, text, behind):
    colors = TOKENS | colors_in(BLOCKS[theme])
    ratios = [contrast(colors[text][scheme], colors[behind][scheme]) for scheme in SCHEMES[theme]]
    assert min(ratios) >= LEAST


@pytest.mark.parametrize("theme", Theme.values)
def test_the_border_of_a_field_is_seen(theme):
    colors = TOKENS | colors_in(BLOCKS[theme])
    assert min(contrast(colors["edge"][scheme], colors["field"][scheme]) for scheme in SCHEMES[theme]) >= 3


def test_names_from_before_there_was_a_list_stand_for_the_sites_own():
    assert theme_named("linen") == Theme.PAPER
    assert typeface_named("fraktur") == Typeface.CLASSIC
    assert (theme_named("salon"), typeface_named("sans")) == (Theme.SALON, Typeface.SANS)
