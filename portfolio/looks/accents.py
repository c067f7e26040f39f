"""The colour of links and marks that an artist chose: read, held against the paper, and written as a style sheet."""

import re
from functools import lru_cache
from hashlib import sha256
from math import floor

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portfolio.looks.contrast import LEAST, contrast
from portfolio.looks.themes import PAPERS, Theme
from portfolio.looks.tones import legible

COLOR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def read_accent(text: str) -> str:
    """`#rgb` or `#rrggbb` as the latter, in small letters; empty for an empty text. Raises ValidationError."""
    if text and not COLOR.fullmatch(text):
        raise ValidationError(_("Give a colour such as #336699."), code="invalid")
    digits = text[1:].lower()
    return f"#{''.join(digit * 2 for digit in digits)}" if len(digits) == 3 else text.lower()


def require_legible(accent: str, theme: Theme) -> None:
    """Raises ValidationError (`low_contrast`) for an accent, `#rrggbb`, that is too faint on this theme's (light) paper, saying
    its ratio and the nearest tone that is not."""
    paper = PAPERS[theme].light
    ratio = contrast(accent, paper)
    if ratio < LEAST:
        detail = _(
            "On the paper of this theme the contrast of %(accent)s is %(ratio)s:1, and text needs %(least)s:1. "
            "The nearest tone that can be read is %(tone)s."
        )
        # Rounded down: what is refused is never said to be enough.
        least, said = number_format(LEAST), number_format(floor(ratio * 100) / 100)
        told = {"accent": accent, "ratio": said, "least": least, "tone": legible(accent, on=paper)}
        raise ValidationError(detail, code="low_contrast", params=told)


@lru_cache(maxsize=1_000)
def sheet(accent: str) -> str:
    """The style sheet that lays this accent, `#rrggbb`, over every theme, in a tone that reads on each of its papers."""
    rules = [
        f':root[data-theme="{theme.value}"] {{ --accent: light-dark({legible(accent, on=papers.light)},'
        f" {legible(accent, on=papers.dark)}); }}\n"
        for theme, papers in PAPERS.items()
    ]
    return f"@layer themes {{\n{''.join(rules)}}}\n"


@lru_cache(maxsize=1_000)
def version(accent: str) -> str:
    """What changes with what the style sheet of this accent is made of; making it takes 50 ms."""
    return sha256(f"{accent} {PAPERS}".encode()).hexdigest()[:12]
