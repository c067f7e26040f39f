"""Deciding at the moderation desk."""

from html import unescape

import pytest

from accounts.models import User
from gallery.tests.works import new_work
from social.models import Appeal, Case, Decision
from social.tests.moderation import appealed, decided, is_seen, moderator, report


@pytest.fixture
def max_(db):
    return moderator()


def send(client, thing, **body):
    return client.post(f"/admin/social/{thing._meta.model_name}/{thing.pk}/change/", body, format="multipart")


def words(answer):
    return unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("verdict", "is_kept"), [("dismiss", True), ("hide", False), ("remove", False), ("suspend", False)]
)
def test_a_moderator_decides_a_case(ada, ben, client_of, max_, verdict, is_kept):
    work = new_work(ada)
    case = report(work, ben)
    answer = send(client_of(max_), case, verdict=verdict, statement="It is not yours.")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/social/case/")
    made = Decision.objects.get()
    assert (made.verdict, made.statement, made.decided_by) == (verdict, "It is not yours.", max_)
    assert is_seen(work, ben) is is_kept


def test_what_can_be_decided_is_offered_and_nothing_else(ada, ben, client_of, max_):
    desk = client_of(max_)
    for thing, kind, offered in (
        (new_work(ada), "artwork", ["dismiss", "hide", "remove", "suspend"]),
        (ada.artist, "artist", ["dismiss", "suspend"]),
    ):
        page = desk.get(f"/admin/social/case/{report(thing, ben, kind).pk}/change/")
        assert [value for value, _name in page.context["form"].fields["verdict"].choices] == offered


@pytest.mark.parametrize(
    ("body", "field"), [({}, "verdict"), ({"verdict": "burn"}, "verdict"), ({"verdict": "hide"}, "statement"),
                        ({"verdict": "hide", "statement": " "}, "statement")],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_field(ada, ben, client_of, max_, body, field):
    answer = send(client_of(max_), report(new_work(ada), ben), **body)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert not Decision.objects.exists()


@pytest.mark.parametrize("statement", ["x" * 5_001, "a\x00b"])
def test_of_a_statement_that_is_refused_it_is_not_said_that_it_is_missing(ada, ben, client_of, max_, statement):
    answer = send(client_of(max_), report(new_work(ada), ben), verdict="hide", statement=statement)
    assert len(answer.context["form"].errors["statement"]) == 1


def test_who_comes_second_is_told_that_it_is_decided(ada, ben, client_of, max_):
    case = report(new_work(ada), ben)
    decided(case, moderator("zoe"))
    answer = send(client_of(max_), case, verdict="dismiss")
    assert answer.status_code == 409
    assert "decided already" in words(answer)
    assert Decision.objects.get().verdict == "hide"


def test_about_ones_own_things_there_is_no_form_but_a_word(ben, client_of, max_):
    case = report(new_work(max_), ben)
    page = client_of(max_).get(f"/admin/social/case/{case.pk}/change/")
    assert "another moderator decides" in words(page)
    assert 'name="verdict"' not in words(page)
    answer = send(client_of(max_), case, verdict="dismiss")
    assert answer.status_code == 403
    assert Case.objects.get().status == "open"


def test_that_staff_are_suspended_by_superusers_alone_is_said(ben, mo, client_of, max_):
    answer = send(client_of(max_), report(new_work(mo), ben), verdict="suspend", statement="So.")
    assert answer.status_code == 403
    assert "Only a superuser suspends staff." in words(answer)
    assert User.objects.get(pk=mo.pk).is_active


@pytest.mark.parametrize(("outcome", "is_back"), [("upheld", False), ("overturned", True)])
def test_another_moderator_judges_an_appeal(ada, ben, client_of, max_, outcome, is_back):
    work = new_work(ada)
    appeal = appealed(decided(report(work, ben), max_), ada)
    desk = client_of(moderator("zoe"))
    page = desk.get(f"/admin/social/appeal/{appeal.pk}/change/")
    assert "It is mine." in words(page)
    answer = send(desk, appeal, outcome=outcome, answer="We looked again.")
    assert answer.status_code == 302
    appeal.refresh_from_db()
    assert (appeal.outcome, appeal.answer) == (outcome, "We looked again.")
    assert is_seen(work, ben) is is_back
    assert send(desk, appeal, outcome="overturned").status_code == 409


@pytest.mark.parametrize("is_superuser", [False, True])
def test_who_decided_is_told_that_another_judges(ada, ben, client_of, max_, is_superuser):
    User.objects.filter(pk=max_.pk).update(is_superuser=is_superuser)
    appeal = appealed(decided(report(new_work(ada), ben), max_), ada)
    desk = client_of(max_)
    assert "another moderator judges" in words(desk.get(f"/admin/social/appeal/{appeal.pk}/change/"))
    answer = send(desk, appeal, outcome="overturned")
    assert answer.status_code == 403
    assert "another moderator judges" in words(answer)
    assert Appeal.objects.get().outcome == ""


def test_staff_without_the_right_decide_nothing(ada, ben, mo, client_of):
    case = report(new_work(ada), ben)
    assert send(client_of(mo), case, verdict="dismiss").status_code == 403
    assert not Decision.objects.exists()


def test_markup_in_what_people_write_is_inert_at_the_desk(ada, ben, client_of, max_):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    case = report(new_work(ada, hostile, description=hostile), ben, reason="other", detail=hostile)
    decided(case, moderator("zoe"))
    page = client_of(max_).get(f"/admin/social/case/{case.pk}/change/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
