"""What decisions do."""

import pytest
from django.core.exceptions import ValidationError

from accounts.actions import delete_account
from accounts.models import User
from gallery.actions.artworks import delete_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.comments import delete_comment
from social.actions.deciding import decide
from social.models import Case, Comment, Decision, Entry, Notification, Report
from social.tests.moderation import KINDS, THINGS, decided, is_seen, moderator, report, thing_of


@pytest.fixture
def max_(db):
    return moderator()


@pytest.mark.parametrize("verdict", ["hide", "remove"])
@pytest.mark.parametrize("kind", THINGS)
def test_what_is_hidden_or_removed_is_seen_by_nobody_but_its_owner(ada, ben, max_, kind, verdict):
    thing = thing_of(ada, kind)
    decided(report(thing, ben, kind), max_, verdict)
    assert not is_seen(thing, ben)
    assert type(thing).objects.visible_to(ada).filter(pk=thing.pk).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_suspension_shuts_the_owner_out_and_hides_all_that_is_theirs(ada, ben, max_, kind):
    thing, other = thing_of(ada, kind), new_work(ada)
    decided(report(thing, ben, kind), max_, "suspend")
    assert not User.objects.get(pk=ada.pk).is_active
    assert not is_seen(thing, ben)
    assert not is_seen(other, ben)
    assert not getattr(type(thing).objects.get(pk=thing.pk), "is_hidden", False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_dismissal_changes_nothing_and_is_told_to_nobody(ada, ben, max_, kind):
    thing = thing_of(ada, kind)
    Notification.objects.all().delete()
    decided(report(thing, ben, kind), max_, "dismiss")
    assert is_seen(thing, ben)
    assert User.objects.get(pk=ada.pk).is_active
    assert not Notification.objects.exists()


@pytest.mark.parametrize("verdict", ["hide", "remove", "suspend"])
def test_the_owner_is_told_and_the_reports_are_closed(ada, ben, cyn, max_, verdict):
    work = new_work(ada)
    for person in (ben, cyn):
        case = report(work, person)
    decision = decided(case, max_, verdict)
    told = Notification.objects.get()
    assert (told.recipient, told.kind, told.target_type, told.target_id) == (ada, "moderation", "decision", decision.pk)
    assert told.actor is None
    assert not Report.objects.filter(is_open=True).exists()
    assert Case.objects.get().status == "decided"


@pytest.mark.parametrize(
    ("verdict", "statement", "field"),
    [("hide", "", "statement"), ("remove", " ", "statement"), ("suspend", "x" * 5_001, "statement"),
     ("hide", "a\0b", "statement"), ("burn", "So.", "verdict"), ("", "So.", "verdict")],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_by_name_and_changes_nothing(ada, ben, max_, verdict, statement, field):
    work = new_work(ada)
    case = report(work, ben)
    with pytest.raises(ValidationError) as refusal:
        decide(case=case, by=max_, verdict=verdict, statement=statement)
    assert list(refusal.value.error_dict) == [field]
    assert is_seen(work, ben)
    assert not Decision.objects.exists()
    assert list(Entry.objects.values_list("deed", flat=True)) == ["reported"]


@pytest.mark.parametrize("verdict", ["hide", "remove"])
def test_an_artist_is_neither_hidden_nor_removed(ada, ben, max_, verdict):
    case = report(ada.artist, ben, "artist")
    with pytest.raises(ValidationError):
        decided(case, max_, verdict)


@pytest.mark.parametrize("verdict", ["dismiss", "hide", "remove"])
def test_of_a_thing_that_went_meanwhile_every_decision_stands_and_the_log_says_so(ada, ben, max_, verdict):
    work = new_work(ada)
    case = report(work, ben)
    delete_artwork(artwork=work, by=ada)
    decided(case, max_, verdict)
    measures = Entry.objects.filter(deed="hidden").values_list("detail", flat=True)
    assert list(measures) == ([] if verdict == "dismiss" else [{"gone": True}])


def test_the_owner_of_a_thing_that_went_can_be_suspended(ada, ben, max_):
    comment = thing_of(ada, "comment")
    case = report(comment, ben, "comment")
    delete_comment(comment=comment, by=ada)
    assert not Comment.objects.exists()
    decided(case, max_, "suspend")
    assert not User.objects.get(pk=ada.pk).is_active


def test_a_case_whose_owner_is_gone_can_only_be_dismissed(ada, ben, max_):
    case = report(new_work(ada), ben)
    delete_account(user=ada, by=ada)
    for verdict in ("hide", "remove", "suspend"):
        with pytest.raises(ValidationError):
            decided(case, max_, verdict)
    decided(case, max_, "dismiss")
    assert Case.objects.get().status == "decided"


def test_what_was_decided_outlives_who_decided_and_who_reported(ada, ben, max_):
    decision = decided(report(new_work(ada), ben), max_)
    for person in (ben, max_):
        delete_account(user=person, by=person)
    decision.refresh_from_db()
    assert (decision.decided_by, Report.objects.get().reporter) == (None, None)
    assert not Artwork.objects.get().is_public
    assert list(Entry.objects.values_list("deed", "actor_name")) == [
        ("reported", "ben"), ("decided", "max"), ("hidden", "max"),
    ]  # fmt: skip
