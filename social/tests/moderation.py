"""Moderation for tests: things of everyone's, moderators, and cases as far as a test needs them."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from conftest import person
from gallery.actions.galleries import create_gallery
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from social.actions.appeals import file_appeal
from social.actions.comments import write_comment
from social.actions.deciding import decide
from social.actions.reports import file_report
from social.models import Appeal, Case, Comment, Decision

KINDS = ("artwork", "comment", "artist", "image", "gallery")
THINGS = ("artwork", "comment", "image", "gallery")


def moderator(name: str = "max") -> User:
    """One of the staff who may decide about reports, and no superuser."""
    one = person(name)
    one.is_staff = True
    one.save()
    one.user_permissions.add(Permission.objects.get(codename="moderate"))
    return User.objects.get(pk=one.pk)


def thing_of(owner: Any, kind: str) -> Any:
    """Something of that person's that anyone sees."""
    if kind == "artwork":
        return new_work(owner, "Dune")
    if kind == "comment":
        return write_comment(artwork_id=new_work(person("painter")).pk, by=owner, comment_text="Rubbish!")
    if kind == "image":
        return new_image(owner, "Dune")
    return owner.artist if kind == "artist" else create_gallery(by=owner, name="Dunes")


def report(thing: Any, by: Any, kind: str = "artwork", reason: str = "stolen", **facts: Any) -> Case:
    """The case that a report of theirs is in."""
    return file_report(by=by, target_type=kind, target_id=thing.pk, reason=reason, **facts).report.case


def decided(case: Case, by: Any, verdict: str = "hide") -> Decision:
    return decide(case=case, by=by, verdict=verdict, statement="" if verdict == "dismiss" else "It is not yours.")


def appealed(decision: Decision, owner: Any) -> Appeal:
    return file_appeal(decision=decision, by=owner, text="It is mine.")


def age(decision: Decision, **by: int) -> None:
    """Has a decision been made so long ago: `days=14`."""
    earlier = timezone.now() - timedelta(**by)
    due = earlier + timedelta(days=14) if decision.removal_due_at else None
    Decision.objects.filter(pk=decision.pk).update(decided_at=earlier, removal_due_at=due)


def is_seen(thing: Any, viewer: Any) -> bool:
    """Whether the viewer still sees it."""
    seen = type(thing).objects.visible_to(viewer).filter(pk=thing.pk)
    return (seen.filter(is_live=True) if isinstance(thing, Comment) else seen).exists()
