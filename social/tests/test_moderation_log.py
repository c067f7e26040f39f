"""The log of moderation."""

import pytest
from django.db import transaction

from accounts.actions import delete_account
from gallery.tests.works import new_work
from social.actions.deciding import judge_appeal
from social.models import Entry
from social.tests.moderation import appealed, decided, moderator, report

STORIES = {
    ("hide", "overturned"): "reported decided hidden appealed judged shown",
    ("hide", "upheld"): "reported decided hidden appealed judged",
    ("remove", "overturned"): "reported decided hidden appealed judged shown",
    ("remove", "upheld"): "reported decided hidden appealed judged removed",
    ("suspend", "overturned"): "reported decided suspended appealed judged readmitted",
    ("suspend", "upheld"): "reported decided suspended appealed judged",
}


@pytest.mark.parametrize(("verdict", "outcome"), STORIES)
def test_every_step_is_logged_with_who_took_it(ada, ben, verdict, outcome):
    max_, zoe = moderator(), moderator("zoe")
    case = report(new_work(ada), ben)
    appeal = appealed(decided(case, max_, verdict), ada)
    judge_appeal(appeal=appeal, by=zoe, outcome=outcome)
    entries = list(Entry.objects.filter(case_id=case.pk).order_by("pk"))
    deeds = STORIES[verdict, outcome].split()
    assert [entry.deed for entry in entries] == deeds
    names = ["ben", "max", "max", "ada", "zoe", "" if deeds[-1] == "removed" else "zoe"]
    assert [entry.actor_name for entry in entries] == names[: len(deeds)]


def test_a_dismissal_is_logged(ada, ben):
    decided(report(new_work(ada), ben), moderator(), "dismiss")
    assert list(Entry.objects.values_list("deed", flat=True)) == ["reported", "decided"]
    assert Entry.objects.last().detail == {"verdict": "dismiss", "statement": ""}


def test_the_log_outlives_everyone_in_it(ada, ben):
    max_ = moderator()
    decided(report(new_work(ada), ben), max_)
    before = list(Entry.objects.values())
    for person in (ada, ben, max_):
        delete_account(user=person, by=person)
    assert list(Entry.objects.values()) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(deed="shown"),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["deed"]),
    ],
)
def test_what_was_logged_is_neither_changed_nor_deleted(ada, ben, change):
    report(new_work(ada), ben)
    entry = Entry.objects.get()
    entry.deed = "decided"
    with pytest.raises(TypeError), transaction.atomic():
        change(entry)
    assert Entry.objects.get().deed == "reported"
