import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational

from gallery.imaging.cleaning import clean_number, clean_text, decoded, positive


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Canon \t EOS  ", "Canon EOS"),
        ("Canon\0\0left over", "Canon"),
        ("\0\0Canon", "Canon"),
        ("a\x1b[31mred\x07", "a[31mred"),
        ("Ada\u202egpj.exe", "Adagpj.exe"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("\ufeffmark", "mark"),
        ("two\r\nlines", "two lines"),
        ("e\u0301", "é"),
        ("\0", ""),
        ("שלום\u200f!", "שלום\u200f!"),
    ],
)
def test_text_loses_what_harms(raw, clean):
    assert clean_text(raw) == clean


def test_a_description_keeps_its_lines():
    assert clean_text("one\r\ntwo\rthree", lines=True) == "one\ntwo\nthree"


@given(st.text(max_size=2000) | st.text("\0\r\n\ud800\u202e a", max_size=50))
def test_any_text_becomes_safe_and_short(raw):
    clean = clean_text(raw, limit=100)
    assert len(clean) <= 100
    assert "\0" not in clean
    assert clean == clean.strip()
    clean.encode("utf-8")
    assert clean_text(clean, limit=100) == clean


@pytest.mark.parametrize(
    ("raw", "text"), [(b"caf\xc3\xa9", "café"), (b"caf\xe9", "café"), (b"\x93so\x94", "“so”"), (b"\x81", "")]
)
def test_bytes_are_utf8_or_what_windows_wrote(raw, text):
    assert decoded(raw) == text


@given(st.binary())
def test_any_bytes_become_text(raw):
    assert isinstance(decoded(raw), str)


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (IFDRational(28, 10), 2.8),
        (IFDRational(0, 0), None),
        (IFDRational(1, 0), None),
        ((400, 0), 400),
        (math.nan, None),
        (-math.inf, None),
        (1e300, None),
        (10**400, None),
        ("12", None),
        (b"\x01", None),
        (None, None),
        ((), None),
        (True, None),
    ],
)
def test_numbers_are_finite_or_nothing(raw, number):
    assert clean_number(raw) == number


@given(st.integers() | st.floats() | st.builds(IFDRational, st.integers(), st.integers()))
def test_any_number_fits_json(raw):
    json.dumps(clean_number(raw), allow_nan=False)


def test_lengths_and_times_are_above_zero():
    assert (positive(0), positive(-1.5), positive(2)) == (None, None, 2)
