"""Contrast and tones: arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.looks.contrast import LEAST, contrast, luminance
from portfolio.looks.tones import legible, oklch_of, shown

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


# As the WCAG and its common checkers give them.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#00ff00", 2.91),
    ],
)
def test_the_ratio_is_that_of_the_guidelines_whichever_is_in_front(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("text", ["", "#fff", "red", "#gggggg", "#1234567"])
def test_what_is_no_colour_has_no_luminance(text):
    with pytest.raises(ValueError):
        luminance(text)


@given(colors)
def test_a_colour_told_in_oklch_is_the_same_colour(color):
    assert shown(oklch_of(color)) == color


def test_oklch_is_that_of_its_author():
    lightness, chroma, hue = oklch_of("#ff0000")
    assert (lightness, chroma, hue) == pytest.approx((0.62796, 0.25768, 0.51026), abs=1e-4)


@given(colors, st.sampled_from(["#fbfaf8", "#151413", "#10312a", "#ffffff", "#000000", "#777777"]))
def test_on_any_paper_there_is_a_tone_that_can_be_read(color, paper):
    tone = legible(color, on=paper)
    assert contrast(tone, paper) >= LEAST
    assert tone == color or contrast(color, paper) < LEAST


@pytest.mark.parametrize("color", ["#ffcc00", "#88aaff", "#e08080", "#6fbf73"])
def test_a_tone_keeps_its_hue_and_goes_no_farther_than_it_must(color):
    tone = legible(color, on="#ffffff")
    assert oklch_of(tone).hue == pytest.approx(oklch_of(color).hue, abs=0.04)
    assert contrast(tone, "#ffffff") < LEAST + 0.2
