"""Inviting a jury, and seeing how far it has come."""

import pytest

from portfolio.models import Juror, Score
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of, press, said
from portfolio.tests.reading import Page


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def exhibition(ada):
    return new_exhibition(ada)


def invite(client, exhibition, username):
    return client.post(page_of(exhibition, "jurors"), {"username": username}, format="multipart")


@pytest.mark.parametrize("written", ["ben", "@ben", "BEN "])
def test_somebody_is_invited_by_their_username(adas, exhibition, ben, written):
    assert invite(adas, exhibition, written).headers["Location"] == page_of(exhibition, "jurors")
    assert Juror.objects.get().user == ben
    page = adas.get(page_of(exhibition, "jurors")).content.decode()
    assert "@ben is on the jury." in page


@pytest.mark.parametrize(
    ("username", "words"),
    [
        ("nobody", "nobody of this name"),
        ("ada", "is not on the jury"),
        ("ben", "on the jury already"),
        ("", "required"),
    ],
)
def test_who_cannot_be_invited_is_told_beside_what_was_typed(adas, exhibition, ben, username, words):
    new_juror(exhibition, ben)
    answer = invite(adas, exhibition, username)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert Page(answer.content.decode()).one("input", name="username").attributes.get("value", "") == username
    assert Juror.objects.count() == 1


def test_it_tells_how_far_each_has_come_and_not_what_they_gave(read, adas, exhibition, ben, cyn, mo):
    juror = new_juror(exhibition, mo)
    first, second = new_submission(exhibition, ben), new_submission(exhibition, cyn)
    Score.objects.create(juror=juror, work=first.works.get(), score=7, note="Too blue.")
    page = read(adas, page_of(exhibition, "jurors"))
    assert "1 of 2 works scored" in page.text
    assert (page.one("progress")["value"], page.one("progress")["max"]) == ("1", "2")
    assert "Too blue" not in page.text
    second.status = "withdrawn"
    second.save()
    assert "1 of 1 work scored" in read(adas, page_of(exhibition, "jurors")).text


def test_what_a_juror_may_not_judge_is_not_waited_for(read, adas, exhibition, ben, cyn, mo):
    new_juror(exhibition, mo, close_to=(ben,))
    new_submission(exhibition, mo)
    new_submission(exhibition, ben)
    new_submission(exhibition, cyn)
    page = read(adas, page_of(exhibition, "jurors"))
    assert "0 of 1 work scored" in page.text
    assert "kept from 2 submissions" in page.text


def test_who_is_removed_is_asked_about_first(read, adas, exhibition, ben):
    juror = new_juror(exhibition, ben)
    Score.objects.create(juror=juror, work=new_submission(exhibition, ben).works.get(), score=7)
    path = f"jurors/{ben.pk}/remove"
    page = read(adas, page_of(exhibition, path))
    assert page.one("h1").text == "Take ben off the jury?"
    assert Juror.objects.exists()
    assert press(adas, exhibition, path) == page_of(exhibition, "jurors")
    assert not Juror.objects.exists()
    assert said(adas, exhibition, "jurors") == "@ben is no longer on the jury."
    assert adas.get(page_of(exhibition, path)).status_code == 404


def test_once_it_is_announced_the_jury_stays_as_it_was(read, adas, ada, ben):
    exhibition = new_exhibition(ada, status="announced")
    new_juror(exhibition, ben)
    page = read(adas, page_of(exhibition, "jurors"))
    assert not page.all("input", name="username")
    assert press(adas, exhibition, f"jurors/{ben.pk}/remove").endswith("#told")
    assert said(adas, exhibition, f"jurors/{ben.pk}/remove") == "The jury has done its work."
    assert Juror.objects.exists()
