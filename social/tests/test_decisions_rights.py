"""Who may decide about reports and appeals."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from conftest import person
from gallery.tests.works import new_work
from social.actions.deciding import decide, judge_appeal
from social.models import Decision
from social.tests.moderation import appealed, decided, is_seen, moderator, report


def superuser(name="supervisor"):
    one = person(name)
    User.objects.filter(pk=one.pk).update(is_staff=True, is_superuser=True)
    return User.objects.get(pk=one.pk)


def staff(name="clerk"):
    one = person(name)
    User.objects.filter(pk=one.pk).update(is_staff=True)
    return User.objects.get(pk=one.pk)


def without(**rights):
    """A moderator but for one thing."""
    one = moderator("almost")
    User.objects.filter(pk=one.pk).update(**rights)
    return User.objects.get(pk=one.pk)


# Each with whether they may.
DECIDERS = {
    "moderator": (moderator, True),
    "superuser": (superuser, True),
    "stranger": (lambda: person("stranger"), False),
    "staff without the right": (staff, False),
    "one with the right who is not of the staff": (lambda: without(is_staff=False), False),
    "suspended moderator": (lambda: without(is_active=False), False),
}


@pytest.mark.parametrize("who", DECIDERS)
def test_moderators_alone_decide(ada, ben, who):
    make, may = DECIDERS[who]
    work = new_work(ada)
    case, by = report(work, ben), make()
    if may:
        decided(case, by)
    else:
        with pytest.raises(PermissionDenied):
            decided(case, by)
    assert is_seen(work, ben) is not may


@pytest.mark.parametrize("who", [name for name, (_make, may) in DECIDERS.items() if not may])
def test_moderators_alone_judge(ada, ben, who):
    appeal = appealed(decided(report(new_work(ada), ben), moderator()), ada)
    with pytest.raises(PermissionDenied):
        judge_appeal(appeal=appeal, by=DECIDERS[who][0](), outcome="overturned")
    appeal.refresh_from_db()
    assert appeal.outcome == ""


@pytest.mark.parametrize("make", [moderator, superuser])
def test_nobody_decides_about_their_own_things(ben, make):
    owner = make("holder")
    case = report(new_work(owner), ben)
    with pytest.raises(PermissionDenied, match="yourself"):
        decide(case=case, by=owner, verdict="dismiss")
    assert not Decision.objects.exists()


@pytest.mark.parametrize("make", [moderator, superuser])
def test_nobody_judges_an_appeal_against_their_own_decision(ada, ben, make):
    decider = make("decider")
    appeal = appealed(decided(report(new_work(ada), ben), decider), ada)
    with pytest.raises(PermissionDenied, match="another moderator"):
        judge_appeal(appeal=appeal, by=decider, outcome="overturned")
    assert judge_appeal(appeal=appeal, by=superuser(), outcome="overturned").outcome == "overturned"


@pytest.mark.parametrize("make", [moderator, superuser])
def test_nobody_judges_their_own_appeal(ben, make):
    owner = make("holder")
    appeal = appealed(decided(report(new_work(owner), ben), superuser()), owner)
    with pytest.raises(PermissionDenied, match="yourself"):
        judge_appeal(appeal=appeal, by=owner, outcome="overturned")


@pytest.mark.parametrize("make", [moderator, superuser, staff])
def test_staff_are_suspended_by_superusers_alone(ben, make):
    owner = make("holder")
    case = report(new_work(owner), ben)
    with pytest.raises(PermissionDenied):
        decided(case, moderator("mod"), "suspend")
    assert User.objects.get(pk=owner.pk).is_active
    assert not Decision.objects.exists()
    decided(case, superuser(), "suspend")
    assert not User.objects.get(pk=owner.pk).is_active
