"""Licences in artists' own words, as addresses where they are some."""

import pytest

from portfolio.for_programs.linked_data.licences import licence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-nc-nd 3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        (" https://example.org/terms ", "https://example.org/terms"),
        ("", ""),
    ],
)
def test_a_known_licence_is_told_by_its_address(text, told):
    assert licence(text) == told


@pytest.mark.parametrize(
    "text", ["All rights reserved", "CC BY", "javascript:alert(1)", "https://a b", "CC BY 4.0 or so"]
)
def test_other_words_are_told_as_words(text):
    assert licence(text) == {"@type": "CreativeWork", "name": text}
