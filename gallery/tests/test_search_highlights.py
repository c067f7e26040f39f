"""Highlights mark the words of a query, and let no markup through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.search.highlights import highlight
from gallery.search.parser import parse
from gallery.tests.library import new_image
from gallery.tests.searching import search


def marked(query: str, title: str = "", tags: str = "", description: str = "") -> str:
    texts = [("title", title), ("tag", tags), ("description", description)]
    return str(highlight(texts, parse(query).tree))


@pytest.mark.parametrize(
    ("query", "html"),
    [
        ("sea", "The blue <mark>Sea</mark> &amp; the café"),
        ("cafe", "The blue Sea &amp; the <mark>café</mark>"),
        ('"blue sea"', "The <mark>blue</mark> <mark>Sea</mark> &amp; the café"),
        ('"sea blue"', "The blue Sea &amp; the café"),
        ("blu*", "The <mark>blue</mark> Sea &amp; the café"),
        ("blue -sea", "The <mark>blue</mark> Sea &amp; the café"),
        ("title:sea", "The blue <mark>Sea</mark> &amp; the café"),
        ("tag:sea", "The blue Sea &amp; the café"),
        ("gull", "<mark>gull</mark>, night"),
        ("tower", "A &lt;b&gt;<mark>tower</mark>&lt;/b&gt;"),
        ("iso:>100", "The blue Sea &amp; the café"),
    ],
)
def test_the_best_text_is_told_with_its_words_marked(query, html):
    assert marked(query, "The blue Sea & the café", "gull, night", "A <b>tower</b>") == html


def test_of_a_long_text_what_is_around_the_first_word_is_told():
    text = " ".join(f"w{number}" for number in range(100))
    html = marked("w50 OR w55 OR w99", description=text)
    assert html.startswith("…w35 ")
    assert html.endswith(" w65…")
    assert re.findall("<mark>(.*?)</mark>", html) == ["w50", "w55"]


@given(st.text(alphabet="<>&\"'/ asmrk", max_size=60), st.text(alphabet="asmrk<>& *", max_size=20))
def test_no_markup_comes_through_but_marks(text, query):
    html = marked(query, text)
    assert not re.search("[<>\"']", re.sub("</?mark>", "", html))
    assert html.count("<mark>") == html.count("</mark>")


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_can_be_told(text, query):
    marked(query, text, text, text)


def test_script_in_a_title_is_inert_in_an_answer(ada, visitor):
    new_image(ada, "<script>alert('sea')</script>", description="<img src=x onerror=alert(1)>")
    (result,) = search(visitor, "sea")["results"]
    assert result["highlight"] == "&lt;script&gt;alert(&#x27;<mark>sea</mark>&#x27;)&lt;/script&gt;"
