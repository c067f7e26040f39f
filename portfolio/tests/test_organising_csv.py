"""The table as a file for a spreadsheet."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Artist
from gallery.tests.works import new_work
from portfolio.models import Score, Submission
from portfolio.spreadsheets import harmless
from portfolio.tests.entries import crowd, new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def exhibition(ada):
    return new_exhibition(ada, title="Salz & Licht", status="jurying", time_zone="Europe/Oslo")


def lines(client, exhibition):
    answer = client.get(page_of(exhibition, "submissions.csv"))
    assert answer.status_code == 200
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_a_line_tells_all_of_a_submission(adas, exhibition, ben, mo):
    submission = new_submission(exhibition, ben, new_work(ben, "Dune"), new_work(ben, "Pier"), status="accepted")
    at = datetime(2031, 1, 1, 23, 30, tzinfo=UTC)
    Submission.objects.update(submitted_at=at, fee_paid_at=at, artist_statement='Salt, "light"\nand wind.')
    work = submission.works.get(position=0)
    Score.objects.create(juror=new_juror(exhibition, mo), work=work, score=7)
    submission.works.filter(position=1).update(is_selected=False)
    (line,) = lines(adas, exhibition)
    assert list(line.values()) == [
        "2031-01-02 00:30",
        "ben",
        "ben",
        "http://testserver/@ben",
        "Dune; Pier",
        "Dune",
        'Salt, "light"\nand wind.',
        "7.0",
        "0.0",
        "1",
        "2031-01-02 00:30",
        "accepted",
    ]


def test_it_is_a_file_for_its_organiser_that_nobody_keeps(adas, exhibition):
    answer = adas.get(page_of(exhibition, "submissions.csv"))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="salz-licht.csv"'
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.content.startswith(b"\xef\xbb\xbf")


def test_no_text_of_an_artist_becomes_a_formula(adas, exhibition, ben):
    Artist.objects.filter(pk=ben.pk).update(artist_name="@SUM(A1)")
    submission = new_submission(exhibition, ben, new_work(ben, '=HYPERLINK("https://evil.example";"x")'))
    Submission.objects.filter(pk=submission.pk).update(artist_statement="+1-1|cmd")
    (line,) = lines(adas, exhibition)
    assert line["Artist"] == "'@SUM(A1)"
    assert line["Works"].startswith("'=HYPERLINK")
    assert line["Statement"] == "'+1-1|cmd"


@given(st.text())
def test_whatever_a_text_says_it_begins_with_no_sign_of_a_formula_and_is_there_whole(text):
    made = harmless(text)
    assert made in (text, f"'{text}")
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, exhibition, number):
    for artist in crowd(number):
        new_submission(exhibition, artist)
    with django_assert_num_queries(6):
        assert adas.get(page_of(exhibition, "submissions.csv")).content.count(b"\r\n") == number + 1
