"""Reading the headers of tus: whatever they hold, a reading or a ValueError."""

import hashlib
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.intake.tus import ALGORITHMS, listed, parse_checksum, parse_metadata, parse_number, texts_of

keys = st.text(st.characters(codec="ascii", min_codepoint=0x21, max_codepoint=0x7E, exclude_characters=","), min_size=1)


@given(st.dictionaries(keys, st.binary(max_size=50), max_size=6), st.sampled_from([",", ", ", " ,"]))
def test_what_was_put_together_is_taken_apart(said, comma):
    assert parse_metadata(comma.join(f"{key} {b64encode(value).decode()}" for key, value in said.items())) == said


@given(st.text() | st.text(" ,=abcYQ/+"))
def test_any_header_is_read_or_refused(text):
    for parse in (parse_metadata, parse_checksum, parse_number):
        try:
            parse(text)
        except ValueError:
            continue


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_nothing_may_be_said(text):
    assert parse_metadata(text) == {}


def test_a_value_may_be_missing():
    assert parse_metadata("filename YQ==,is_confidential") == {"filename": b"a", "is_confidential": b""}


@pytest.mark.parametrize(
    "text",
    [
        ",",
        "a YQ==,",
        ",a YQ==",
        "a  YQ==",
        "a YQ== YQ==",
        "a YQ",
        "a YQ=",
        "a Y-_Q",
        "a YQ==\n",
        "é YQ==",
        "a YQ==,a YQ==",
    ],
)
def test_what_is_not_strictly_so_is_refused(text):
    with pytest.raises(ValueError):
        parse_metadata(text)


def test_only_what_means_something_is_read_as_text():
    assert texts_of({"filename": "é".encode(), "other": b"\xff"}) == {"filename": "é"}
    with pytest.raises(ValueError):
        texts_of({"title": b"\xff"})


@pytest.mark.parametrize(("text", "tags"), [("", []), ("a", ["a"]), ("a, b,,c ", ["a", " b", "c "]), (" , ", [])])
def test_tags_are_parted_by_commas(text, tags):
    assert listed(text) == tags


@given(st.sampled_from(sorted(ALGORITHMS)), st.binary(max_size=100))
def test_a_checksum_is_one_of_the_bytes_it_was_made_of(algorithm, data):
    digest = hashlib.new(algorithm, data).digest()
    said = parse_checksum(f"{algorithm} {b64encode(digest).decode()}")
    hasher = said.hasher()
    hasher.update(data)
    assert hasher.digest() == said.digest == digest


@pytest.mark.parametrize("text", ["", "-0", "+1", "1.0", " 1", "1_000", "१", "0" * 19])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        parse_number(text)


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_numbers_are_read(text, number):
    assert parse_number(text) == number
