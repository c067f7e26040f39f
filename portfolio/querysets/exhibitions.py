"""Who may see exhibitions, and what is submitted to them."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone

from gallery.models import Artwork
from gallery.querysets.withheld import stands

SHOWING = ("running", "closed")
"""The statuses in which accepted works are on show, or were."""


def given_up() -> Q:
    """That it was cancelled as a draft, of which nobody else knew."""
    steps = apps.get_model("portfolio.StatusChange")._default_manager.filter(workflow="exhibition", source="draft")
    return Q(status="cancelled") & Q(Exists(steps.filter(thing_id=OuterRef("pk"), target="cancelled")))


class ExhibitionQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, and what is no draft and not withheld."""
        return self.filter(self.open_to_all() | Q(organizer=viewer)) if viewer.is_authenticated else self.public()

    def public(self) -> Self:
        """What anyone may see."""
        return self.filter(self.open_to_all())

    @staticmethod
    def open_to_all() -> Q:
        return ~Q(status="draft") & ~given_up() & Q(is_hidden=False) & stands("organizer")

    def open_for_entry(self) -> Self:
        """Those that works can be submitted to now."""
        return self.filter(status="open", submission_deadline__gt=timezone.now())

    def with_counts(self) -> Self:
        """Each with `submission_count`: how many submissions there are that were not withdrawn, of artists who are not shut
        out."""
        there = apps.get_model("portfolio.Submission")._default_manager.filter(stands("artist"))
        submissions = there.filter(exhibition=OuterRef("pk"))
        counted = submissions.exclude(status="withdrawn").order_by().values("exhibition").annotate(number=Count("pk"))
        return self.annotate(submission_count=Coalesce(Subquery(counted.values("number")), 0))


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer may see: their own, all that is submitted to what they organise, and, while they are on the jury and
        it is jurying, what was not withdrawn; where that is blind, without what they have a conflict with, whose absence would
        tell them whose it is. Of somebody who is shut out nobody else sees any."""
        if not viewer.is_authenticated:
            return self.none()
        seen = Q(exhibition__organizer=viewer) | self.judged_by(viewer)
        return self.filter(Q(artist=viewer) | (seen & stands("artist")))

    def with_told_status(self, viewer: Any) -> Self:
        """Each with `told_status`: of what is decided and not announced only its organiser is told."""
        organised = Q(exhibition__organizer=viewer)
        known = organised | Q(exhibition__announced_at__isnull=False) | Q(status="withdrawn")
        return self.annotate(told_status=Case(When(known, then=F("status")), default=Value("submitted")))

    @staticmethod
    def judged_by(juror: Any) -> Q:
        """What a person is to judge, or is kept from by a conflict of interest that they may know of."""
        # No join: to an organiser each submission would be told once for each juror.
        juries = apps.get_model("portfolio.Juror")._default_manager.filter(user=juror).values("exhibition")
        mine = Q(exhibition__status="jurying", exhibition__in=juries) & ~Q(status="withdrawn")
        return mine & (Q(exhibition__blind=False) | ~SubmissionQuerySet.conflicting_with(juror))

    @staticmethod
    def conflicting_with(juror: Any) -> Q:
        """What a person may not judge: their own, and that of whom they declared to be close to for this exhibition."""
        conflicts = apps.get_model("portfolio.ConflictOfInterest")._default_manager
        declared = conflicts.filter(
            juror__user=juror, juror__exhibition=OuterRef("exhibition"), artist=OuterRef("artist")
        )
        return Q(artist=juror) | Q(Exists(declared))


class SubmittedWorkQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """Works that the viewer may see as such: one that is no longer to be seen by others is not judged or shown either."""
        # One work at a time: as a list, SQLite gathers all works that there are anew for each submission that is asked about.
        return self.filter(Exists(Artwork.objects.visible_to(viewer).filter(pk=OuterRef("artwork"))))

    def on_show(self) -> Self:
        """What is shown where an exhibition runs, or was when it ran: chosen works of accepted submissions."""
        return self.filter(
            is_selected=True, submission__status="accepted", submission__exhibition__status__in=SHOWING
        ).order_by(Lower("submission__artist__artist__artist_name"), "submission", "position")
