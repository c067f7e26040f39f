"""Text that would rather be something else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.models import Comment
from social.plain_text import plain
from social.tests.conversing import heard, say


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "blank"),
        (" \n\t ", "blank"),
        ("\u200b\u2060\ufeff", "blank"),
        ("\u200d\u200c", "blank"),
        ("\u3000\u2003", "blank"),
        ("\u0301", "blank"),
        ("\u2028", "blank"),
        (None, "null"),
        ([], "invalid"),
        ({"a": 1}, "invalid"),
        (True, "invalid"),
        ("a" * 5_001, "max_length"),
        ("a" * 100_000, "max_length"),
        ("a\0b", "null_characters_not_allowed"),
    ],
)
def test_what_is_no_text_is_refused_by_name(ben, client_of, work, text, code):
    answer = say(client_of(ben), work, text)
    assert (answer.status_code, codes(answer)) == (400, {"comment_text": code})
    assert not Comment.objects.exists()


def test_without_a_text_there_is_no_comment(ben, client_of, work):
    answer = client_of(ben).post(f"/api/artworks/{work.pk}/comment", {})
    assert (answer.status_code, codes(answer)) == (400, {"comment_text": "required"})


def test_half_a_character_is_refused(ben, client_of, work):
    body = '{"comment_text": "a\\ud800b"}'
    answer = client_of(ben).post(f"/api/artworks/{work.pk}/comment", body, content_type="application/json")
    assert (answer.status_code, list(codes(answer))) == (400, ["comment_text"])


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a" * 5_000, "a" * 5_000),
        ("one\r\ntwo\rthree\n\tfour", "one\ntwo\nthree\n\tfour"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u2066a\u2069\u200eb\u200b\u00adc", "abc"),
        ("bell\x07 and \x1b[31mred", "bell and [31mred"),
        ("👩\u200d🎨", "👩\u200d🎨"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e\u0301", "e\u0301"),
        ("❤\ufe0f", "❤\ufe0f"),
        (12, "12"),
    ],
)
def test_what_nobody_sees_is_left_out_and_the_rest_stays(ben, client_of, work, sent, kept):
    answer = say(client_of(ben), work, sent)
    assert (answer.status_code, answer.json()["comment_text"]) == (201, kept)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=x>", "'; DROP TABLE x; --", "{{ 7*7 }}", "&lt;"]
)
def test_markup_is_told_as_the_text_it_is(ben, client_of, visitor, work, text):
    assert say(client_of(ben), work, text).status_code == 201
    assert heard(visitor, work)["results"][0]["comment_text"] == text


def test_an_edit_is_held_to_the_same(ben, client_of, work):
    comment = say(client_of(ben), work).json()
    client = client_of(ben)
    for text in ("", "\u200b", "a" * 5_001, "a\0b", None):
        answer = client.put(f"/api/comments/{comment['id']}", {"comment_text": text})
        assert (answer.status_code, list(codes(answer))) == (400, ["comment_text"])
    assert Comment.objects.get().edited_at is None


@given(st.text())
def test_what_is_kept_is_kept_again_and_can_be_stored(text):
    kept = plain(text)
    assert plain(kept) == kept == kept.strip()
    assert "\0" not in kept
    assert json.loads(json.dumps(kept)).encode("utf-8").decode("utf-8") == kept
