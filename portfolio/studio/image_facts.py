"""What is known of a picture, in words and groups for its owner."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portfolio.finding.colour_names import colour_name
from portfolio.labels.facts import Fact, camera

QUALITY: dict[str, tuple[Promise, tuple[Promise, Promise, Promise]]] = {
    "sharpness": (gettext_lazy("Sharpness"), (gettext_lazy("soft"), gettext_lazy("fair"), gettext_lazy("sharp"))),
    "exposure": (
        gettext_lazy("Exposure"),
        (gettext_lazy("much lost in black or white"), gettext_lazy("some lost"), gettext_lazy("well balanced")),
    ),
    "contrast": (gettext_lazy("Contrast"), (gettext_lazy("flat"), gettext_lazy("fair"), gettext_lazy("strong"))),
    "noise": (gettext_lazy("Noise"), (gettext_lazy("clean"), gettext_lazy("some"), gettext_lazy("much"))),
}
"""What each figure is called, and what a third of its range means, from the lowest on."""
SCORES = (gettext_lazy("poor"), gettext_lazy("fair"), gettext_lazy("good"), gettext_lazy("very good"))
PERCENT = 100
TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True)
class Colour:
    """`share` in whole percent."""

    hex: str
    name: str
    search: str
    share: int


@dataclass(frozen=True)
class Figure:
    """A quality in a word; `percent` of the most it could be."""

    name: str
    word: str
    percent: int


def file_facts(told: Mapping[str, Any]) -> list[Fact]:
    """What the file is, of a picture as `tell_whole` tells it."""
    return [
        Fact(_("File"), told["original_filename"]),
        Fact(_("Kind"), told["mime_type"]),
        Fact(_("Size"), filesizeformat(told["file_size"])),
        Fact(_("Pixels"), f"{told['width']} {TIMES} {told['height']}"),
        Fact(_("Uploaded"), date_format(told["uploaded_at"], "DATETIME_FORMAT")),
        Fact(_("SHA-256"), told["file_hash"]),
    ]


def camera_facts(facts: Mapping[str, Any]) -> list[Fact]:
    """What the camera wrote down, of `metadata` as the API tells it; with the place, which is for the owner alone."""
    lines = [
        Fact(_("Taken"), date_format(facts["date_taken"], "DATETIME_FORMAT") if facts["date_taken"] else ""),
        Fact(_("Camera"), camera(facts["camera_make"], facts["camera_model"])),
        Fact(_("Lens"), facts["lens"]),
        Fact(_("Exposure"), exposure(facts)),
        Fact(_("Creator"), facts["creator"]),
        Fact(_("Copyright"), facts["copyright"]),
        *place(facts["location_lat"], facts["location_lon"]),
    ]
    return [fact for fact in lines if fact.text]


def exposure(facts: Mapping[str, Any]) -> str:
    parts = (
        facts["shutter_speed"] and f"{facts['shutter_speed']} s",
        facts["aperture"] and f"f/{facts['aperture']:g}",
        facts["iso"] and f"ISO {facts['iso']}",
        facts["focal_length"] and f"{facts['focal_length']:g} mm",
    )
    return ", ".join(part for part in parts if part)


def place(latitude: float | None, longitude: float | None) -> list[Fact]:
    if latitude is None or longitude is None:
        return []
    at = f"{latitude:.5f}, {longitude:.5f}"
    return [Fact(_("Place"), at, f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}")]


def colours(told: Mapping[str, Any]) -> list[Colour]:
    """The picture's colours, the most of it first."""
    return [
        Colour(each["hex"], colour_name(each["name"]), each["name"], round(each["share"] * PERCENT))
        for each in told["colors"]
    ]


def quality(told: Mapping[str, Any]) -> list[Figure]:
    """The whole in a word, then each figure; empty where none was worked out."""
    figures = told["quality"]
    if not figures:
        return []
    parts = [
        Figure(str(label), str(words[min(2, int(figures[name] * 3))]), round(figures[name] * PERCENT))
        for name, (label, words) in QUALITY.items()
    ]
    whole = str(SCORES[min(3, int(figures["score"] * 4))])
    return [Figure(_("All in all"), whole, round(figures["score"] * PERCENT)), *parts]


def print_size(told: Mapping[str, Any]) -> str:
    """How large it prints at 300 dots per inch."""
    sides = told["quality"].get("print_cm_at_300dpi") or []
    return f" {TIMES} ".join(number_format(side, decimal_pos=1) for side in sides) + " cm" if sides else ""


def exif_lines(exif: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The EXIF listing as lines, what stands within another under both names."""
    return list(lines_of(exif))


def lines_of(exif: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in exif.items():
        if isinstance(value, Mapping):
            yield from lines_of(value, f"{name}: ")
        else:
            yield f"{above}{name}", ", ".join(map(str, value)) if isinstance(value, list) else str(value)
