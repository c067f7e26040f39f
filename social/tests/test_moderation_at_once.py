"""Reporting, deciding and appealing by several at the same time."""

import pytest

from accounts.actions import delete_account
from accounts.exceptions import Conflict
from accounts.models import User
from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.deciding import judge_appeal
from social.actions.likes import set_like
from social.actions.reports import file_report
from social.models import Appeal, Case, Decision, Entry, Notification, Report
from social.moderating.removing import remove_due
from social.tests.moderation import age, appealed, decided, moderator, report

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 8


def kinds_of(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_one_person_who_reports_it_often_at_once_has_one_report(ada, ben, at_once):
    work = new_work(ada)
    told = at_once(
        THREADS, lambda _: file_report(by=ben, target_type="artwork", target_id=work.pk, reason="spam").is_new
    )
    assert sorted(told) == [False] * (THREADS - 1) + [True]
    assert (Report.objects.count(), Case.objects.get().report_count, Entry.objects.count()) == (1, 1, 1)


def test_many_who_report_it_at_once_are_one_case(ada, at_once):
    work, crowd = new_work(ada), [person(f"person{index}") for index in range(THREADS)]
    assert len(set(at_once(THREADS, lambda index: report(work, crowd[index]).pk))) == 1
    assert Case.objects.get().report_count == Report.objects.count() == THREADS


def test_of_many_who_decide_at_once_one_does(ada, ben, at_once):
    case = report(new_work(ada), ben)
    desk = [moderator(f"mod{index}") for index in range(4)]
    verdicts = ["hide", "remove", "suspend", "dismiss"]
    answers = at_once(4, lambda index: decided(case, desk[index], verdicts[index]))
    assert kinds_of(answers) == ["Conflict"] * 3 + ["Decision"]
    made = Decision.objects.get()
    assert Entry.objects.filter(deed="decided").count() == 1
    assert User.objects.get(pk=ada.pk).is_active is (made.verdict != "suspend")
    assert Artwork.objects.get().is_hidden is (made.verdict in {"hide", "remove"})


def test_of_many_appeals_at_once_one_is_filed(ada, ben, at_once):
    decision = decided(report(new_work(ada), ben), moderator())
    answers = at_once(THREADS, lambda _: appealed(decision, ada))
    assert kinds_of(answers) == ["Appeal"] + ["Conflict"] * (THREADS - 1)
    assert Appeal.objects.count() == 1


def test_of_two_who_judge_at_once_one_does(ada, ben, at_once):
    appeal = appealed(decided(report(new_work(ada), ben), moderator()), ada)
    judges, outcomes = [moderator("zoe"), moderator("yan")], ["upheld", "overturned"]
    answers = at_once(2, lambda index: judge_appeal(appeal=appeal, by=judges[index], outcome=outcomes[index]))
    assert kinds_of(answers) == ["Appeal", "Conflict"]
    assert Artwork.objects.get().is_hidden is (Appeal.objects.get().outcome == "upheld")
    assert Notification.objects.filter(kind="moderation").count() == 2


def test_an_appeal_beside_the_removal_comes_in_time_or_too_late(ada, ben, at_once):
    decision = decided(report(new_work(ada), ben), moderator(), "remove")
    age(decision, days=13, hours=23, minutes=59)
    Decision.objects.filter(pk=decision.pk).update(removal_due_at=decision.decided_at)
    deeds = [lambda: appealed(decision, ada), lambda: remove_due(decision.pk)]
    answers = at_once(2, lambda index: deeds[index]())
    assert Artwork.objects.exists() is not isinstance(answers[0], Conflict)
    assert Appeal.objects.exists() is Artwork.objects.exists()


def test_a_decision_beside_the_leaving_of_everyone_concerned_ends(ada, ben, at_once):
    works = [new_work(ada) for _ in range(3)]
    leaver, max_ = moderator("leaver"), moderator()
    for work in works:
        set_like(artwork_id=work.pk, by=ben)
        set_like(artwork_id=work.pk, by=leaver)
    old = decided(report(works[0], ben), leaver, "remove")
    age(old, days=15)
    cases = [report(work, ben) for work in works[1:]]
    deeds = [lambda: decided(cases[0], max_), lambda: delete_account(user=ben, by=ben), lambda: remove_due(old.pk),
             lambda: delete_account(user=leaver, by=leaver), lambda: decided(cases[1], max_, "remove")]  # fmt: skip
    answers = at_once(len(deeds), lambda index: deeds[index]())
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert sorted(Artwork.objects.values_list("is_hidden", "like_count")) == [(True, 0), (True, 0)]


def test_a_report_beside_the_leaving_of_its_owner_or_its_reporter_leaves_nothing_broken(ada, ben, at_once):
    work = new_work(ada)
    deeds = [
        lambda: report(work, ben),
        lambda: delete_account(user=ada, by=ada),
        lambda: delete_account(user=ben, by=ben),
    ]
    answers = at_once(3, lambda index: deeds[index]())
    assert answers[1:] == [None, None]
    assert isinstance(answers[0], Case | Exception)
    assert not Case.objects.exclude(owner=None).exists()
    assert User.objects.count() == 0
