"""Words in which nobody is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.exhibitions.blind import MASK, Veil

ADA = Veil(["ada", "Ada B. Lovelace"])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ada Lovelace's sea", "█ █'s sea"),
        ("adas LOVELACEan studio, lovelace_1843", "█ █ studio, █_1843"),
        ("the studiolovelace and AdaLovelace", "the █ and █"),
        ("Canada, a palisade; B. and all", "Canada, a palisade; B. and all"),
        ("a\u200bda, A\u00adDA, ｌｏｖｅｌａｃｅ", "█, █, █"),
        ("Lovela\u0301ce", "█"),
        ("write to @somebody or ＠other or me@mail.example", "write to █ or █ or █"),
        ("https://x.example/a?b=c www.sea.example sea.example/works", "█ █ █"),
        ("see t.me/sea, X.com/sea_by_me and oil a.m./p.m.", "see █ █ and oil a.m./p.m."),
        ("30.5 x 20 cm, oil (e.g. cold wax), 30½", "30.5 x 20 cm, oil (e.g. cold wax), 30½"),
        ("Line one\nline two", "Line one\nline two"),
        ("", ""),
    ],
)
def test_names_addresses_and_calls_are_masked_and_nothing_else(text, seen):
    assert ADA.over(text) == seen


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("Li Wu", "Ink by Li Wu and LI-WU, li", "Ink by █ and █, li"),
        ("José Ñandú", "JOSE and nandu", "█ and █"),
        ("草間 彌生", "草間の水玉, 水玉", "█, 水玉"),
        ("Ж", "Ж", "Ж"),
        ("", "Nobody", "Nobody"),
    ],
)
def test_names_of_any_script_are_masked(name, text, seen):
    assert Veil([name]).over(text) == seen


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["Quillwright", "QUILLWRIGHT", "quillwright"]))
def test_a_telling_name_is_nowhere_left(before, behind, name):
    assert "quillwright" not in Veil(["Quillwright"]).over(f"{before}{name}{behind}").casefold()


@given(st.text(max_size=80))
def test_what_is_masked_stays_masked(text):
    once = ADA.over(text)
    assert ADA.over(once).replace(MASK, "") == once.replace(MASK, "")
