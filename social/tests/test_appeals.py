"""Appealing, and what becomes of it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.actions import delete_account, set_active
from accounts.models import User
from gallery.tests.works import new_work
from social.actions.appeals import file_appeal
from social.actions.deciding import judge_appeal
from social.models import Case, Decision, Entry, Notification
from social.tests.moderation import THINGS, appealed, decided, is_seen, moderator, report, thing_of


@pytest.fixture
def max_(db):
    return moderator()


@pytest.fixture
def zoe(db):
    return moderator("zoe")


def judged(decision, owner, by, outcome):
    return judge_appeal(appeal=appealed(decision, owner), by=by, outcome=outcome, answer="We looked again.")


@pytest.mark.parametrize("verdict", ["hide", "remove"])
@pytest.mark.parametrize("kind", THINGS)
def test_what_an_appeal_overturns_is_seen_again(ada, ben, max_, zoe, kind, verdict):
    thing = thing_of(ada, kind)
    decision = decided(report(thing, ben, kind), max_, verdict)
    judged(decision, ada, zoe, "overturned")
    assert is_seen(thing, ben)
    decision.refresh_from_db()
    assert (decision.is_in_force, decision.removal_due_at) == (False, None)


def test_who_was_suspended_is_let_in_again(ada, ben, max_, zoe):
    work = new_work(ada)
    judged(decided(report(work, ben), max_, "suspend"), ada, zoe, "overturned")
    assert User.objects.get(pk=ada.pk).is_active
    assert is_seen(work, ben)


def test_what_is_upheld_stays(ada, ben, max_, zoe):
    work = new_work(ada)
    judged(decided(report(work, ben), max_), ada, zoe, "upheld")
    assert not is_seen(work, ben)
    assert Decision.objects.get().is_in_force


def test_what_another_decision_keeps_stays(ada, ben, cyn, max_, zoe):
    first, second = report(new_work(ada), ben), report(new_work(ada), cyn)
    decisions = [decided(case, max_, "suspend") for case in (first, second)]
    judged(decisions[0], ada, zoe, "overturned")
    assert not User.objects.get(pk=ada.pk).is_active
    judged(decisions[1], ada, zoe, "overturned")
    assert User.objects.get(pk=ada.pk).is_active


def test_a_hidden_thing_that_another_decision_hides_stays_hidden(ada, ben, max_, zoe):
    work = new_work(ada)
    first = decided(report(work, ben), max_)
    # Nobody reports what nobody sees: a second case is one that was open when the first was decided by another way.
    other = Case.objects.create(target_type="artwork", target_id=work.pk, title=work.title, owner=ada)
    second = decided(other, max_, "remove")
    judged(first, ada, zoe, "overturned")
    assert not is_seen(work, ben)
    judged(second, ada, zoe, "overturned")
    assert is_seen(work, ben)


def test_who_was_suspended_by_hand_before_stays_so(ada, ben, mo, max_, zoe):
    case = report(new_work(ada), ben)
    set_active(user=ada, is_active=False, by=mo)
    judged(decided(case, max_, "suspend"), ada, zoe, "overturned")
    assert not User.objects.get(pk=ada.pk).is_active


def test_who_was_suspended_by_hand_before_several_decisions_stays_so(ada, ben, cyn, mo, max_, zoe):
    cases = [report(new_work(ada), reporter) for reporter in (ben, cyn)]
    set_active(user=ada, is_active=False, by=mo)
    for decision in [decided(case, max_, "suspend") for case in cases]:
        judged(decision, ada, zoe, "overturned")
    assert not User.objects.get(pk=ada.pk).is_active


def test_who_is_let_in_by_hand_has_no_suspension_in_force_any_more(ada, ben, mo, max_):
    decision = decided(report(new_work(ada), ben), max_, "suspend")
    set_active(user=User.objects.get(pk=ada.pk), is_active=True, by=mo)
    decision.refresh_from_db()
    assert (decision.is_in_force, decision.can_be_appealed) == (False, False)
    assert Entry.objects.last().deed == "readmitted"


def test_an_appeal_against_what_ended_meanwhile_can_be_judged_and_changes_nothing(ada, ben, mo, max_, zoe):
    appeal = appealed(decided(report(new_work(ada), ben), max_, "suspend"), ada)
    set_active(user=User.objects.get(pk=ada.pk), is_active=True, by=mo)
    judge_appeal(appeal=appeal, by=zoe, outcome="upheld")
    assert User.objects.get(pk=ada.pk).is_active


@pytest.mark.parametrize("outcome", ["upheld", "overturned"])
def test_the_owner_is_told_of_the_outcome_too(ada, ben, max_, zoe, outcome):
    decision = decided(report(new_work(ada), ben), max_)
    appeal = judged(decision, ada, zoe, outcome)
    told = Notification.objects.filter(recipient=ada, kind="moderation")
    assert set(told.values_list("target_id", flat=True)) == {decision.pk}
    assert told.count() == 2
    assert (appeal.answer, appeal.decided_by) == ("We looked again.", zoe)


def test_only_the_owner_appeals(ada, ben, cyn, max_):
    decision = decided(report(new_work(ada), ben), max_)
    for person in (ben, cyn, max_):
        with pytest.raises(PermissionDenied):
            appealed(decision, person)


@pytest.mark.parametrize(("text", "code"), [("", "required"), ("\n ", "required"), ("x" * 5_001, "max_length")])
def test_an_appeal_says_something_and_not_too_much(ada, ben, max_, text, code):
    decision = decided(report(new_work(ada), ben), max_)
    with pytest.raises(ValidationError) as refusal:
        file_appeal(decision=decision, by=ada, text=text)
    assert refusal.value.error_dict["text"][0].code == code


@pytest.mark.parametrize(("outcome", "answer", "field"), [("", "", "outcome"), ("upheld", "x" * 5_001, "answer")])
def test_a_judgement_that_cannot_be_is_refused_by_name(ada, ben, max_, zoe, outcome, answer, field):
    appeal = appealed(decided(report(new_work(ada), ben), max_), ada)
    with pytest.raises(ValidationError) as refusal:
        judge_appeal(appeal=appeal, by=zoe, outcome=outcome, answer=answer)
    assert list(refusal.value.error_dict) == [field]


def test_an_appeal_of_who_left_can_be_judged(ada, ben, max_, zoe):
    appeal = appealed(decided(report(new_work(ada), ben), max_, "remove"), ada)
    delete_account(user=ada, by=ada)
    judge_appeal(appeal=appeal, by=zoe, outcome="overturned")
    assert list(Entry.objects.values_list("deed", flat=True))[-2:] == ["judged", "shown"]
