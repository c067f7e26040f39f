"""The parser of queries never raises, and what it says it understood is what it understood."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.search.folding import words_of
from gallery.search.lexer import MOST_TERMS
from gallery.search.parser import LONGEST, parse
from gallery.search.tree import All, Color, Either, Moment, Not, Number, Text, wanted

PIECES = st.sampled_from(
    ["sea", "Gull", "Café", "blue*", '"a phrase"', '"', "-", "(", ")", "OR", "AND", " ", " ", "title:", "tag:", "iso:>800",
     "before:", "2024-05", "color:", "#369", "*", ":", "a:b", "東京", "\x00", "\ud800", "\u202e", "½", "--", "price:<9.50",
     "s*", "ǀ"]
)  # fmt: skip
QUERIES = st.one_of(
    st.text(max_size=LONGEST), st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces)[:LONGEST])
)
WORD = st.from_regex(r"[a-z0-9éöß]{2,12}", fullmatch=True)


@given(QUERIES)
def test_what_was_understood_reads_as_the_same_again(text):
    once = parse(text)
    again = parse(once.parsed_as)
    assert again.tree == once.tree
    assert again.parsed_as == once.parsed_as
    assert not again.warnings


@given(QUERIES)
def test_a_warning_points_into_the_query(text):
    for warning in parse(text).warnings:
        assert 0 <= warning.position < len(text)
        assert warning.detail


@given(st.lists(WORD, min_size=1, max_size=MOST_TERMS))
def test_a_query_without_operators_is_its_words(words):
    query = parse(" ".join(words))
    assert [term.text for term in wanted(query.tree)] == words
    assert query.parsed_as == " ".join(words)
    assert not query.warnings


@given(QUERIES)
def test_every_word_looked_for_stands_in_the_query(text):
    asked = set(words_of(text))
    for term in wanted(parse(text).tree):
        assert all(word in asked for word in term.words) or term.field


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", All()),
        ("sea", Text("sea")),
        ("sea gull", All((Text("sea"), Text("gull")))),
        ("sea AND gull", All((Text("sea"), Text("gull")))),
        ('"blue sea"', Text("blue sea", quoted=True)),
        ("-sea", Not(Text("sea"))),
        ('-"blue sea"', Not(Text("blue sea", quoted=True))),
        ("-title:sea", Not(Text("sea", "title"))),
        ("-(a1 b1)", Not(All((Text("a1"), Text("b1"))))),
        ("-(-sea)", Text("sea")),
        ("a1 OR b1 c1", Either((Text("a1"), All((Text("b1"), Text("c1")))))),
        ("(a1 OR b1) c1", All((Either((Text("a1"), Text("b1"))), Text("c1")))),
        ("gul*", Text("gul", prefix=True)),
        ('tag:"blue sea"', Text("blue sea", "tag", quoted=True)),
        ("TITLE:gul*", Text("gul", "title", prefix=True)),
        ("iso:>800", Number("iso", ">", Decimal(800))),
        ("width:<=3000", Number("width", "<=", Decimal(3000))),
        ("iso:0100", Number("iso", "=", Decimal(100))),
        ("price:<9.50", Number("price", "<", Decimal("9.5"))),
        ("before:2024", Moment("before", "2024")),
        ("after:2023-05-17", Moment("after", "2023-05-17")),
        ("color:Blue", Color("blue")),
        ("color:369", Color("#336699")),
        ("12:30", Text("12:30")),
    ],
)
def test_an_operator_is_read(text, tree):
    query = parse(text)
    assert query.tree == tree
    assert not query.warnings


@pytest.mark.parametrize(
    ("text", "parsed_as", "positions"),
    [
        ("sea OR", "sea or", [4]),
        ("OR sea", "or sea", [0]),
        ("AND", "and", [0]),
        ('say "this', "say this", [4]),
        ("(sea", "sea", [0]),
        ("sea)", "sea", [3]),
        ("()", "", []),
        ("sea - gull", "sea gull", [4]),
        ("--sea", "sea", [0]),
        ("-OR sea", "or sea", [0, 1]),
        ("iso:many", "iso many", [0]),
        ("before:2024-13", "before 2024 13", [0]),
        ("color:ultraviolet", "color ultraviolet", [0]),
        ("shape:round", "shape round", [0]),
        ('shape:"very round"', "shape very round", [0]),
        ("title:", "title", [0]),
        ("s*", "s", [0]),
        ("s*a", "s a", [0]),
        ("***", "", [0]),
        ("( " * 12 + "sea" + " )" * 12, "sea", [20, 22]),
        ("sea " * 41, "sea " * 40, [160]),
    ],
)
def test_what_cannot_be_read_is_words_and_a_warning_says_where(text, parsed_as, positions):
    query = parse(text)
    assert query.parsed_as == parsed_as.strip()
    assert [warning.position for warning in query.warnings] == positions


@pytest.mark.parametrize(
    ("text", "nothing"), [("", False), ("  ", False), ("()", True), ("%%", True), ("🌊", True), ("sea", False)]
)
def test_a_query_in_which_there_is_nothing_to_search_for_says_so(text, nothing):
    assert parse(text).says_nothing is nothing


def test_as_many_parentheses_as_fit_are_no_matter():
    assert parse("(" * 250 + ")" * 250).parsed_as == ""
    assert parse("-(" * 250).parsed_as == ""
