"""What artists submit to exhibitions, and what jurors say of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from portfolio.models.exhibitions import Exhibition, Juror
from portfolio.querysets.exhibitions import SubmissionQuerySet, SubmittedWorkQuerySet


class SubmissionStatus(models.TextChoices):
    """How far a submission is: `portfolio.workflow.tables` says what leads where."""

    SUBMITTED = "submitted", _("submitted")
    SHORTLISTED = "shortlisted", _("shortlisted")
    ACCEPTED = "accepted", _("accepted")
    WAITLISTED = "waitlisted", _("on the waitlist")
    REJECTED = "rejected", _("not accepted")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Submission(models.Model):
    """An artist's entry, one for each exhibition. What is decided of it the artist is told once the exhibition announces; until
    then it is `submitted` to them (`status_for_artist`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    exhibition = models.ForeignKey(Exhibition, on_delete=models.CASCADE, related_name="submissions")
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="submissions")
    artworks = models.ManyToManyField("gallery.Artwork", through="portfolio.SubmittedWork", related_name="+")
    artist_statement = models.TextField(_("statement"), max_length=5_000, blank=True)
    status = models.CharField(
        _("status"), max_length=11, choices=SubmissionStatus.choices, default=SubmissionStatus.SUBMITTED
    )
    submitted_at = models.DateTimeField(_("submitted at"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    fee_paid_at = models.DateTimeField(_("fee received at"), null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [models.UniqueConstraint("exhibition", "artist", name="submission_once")]
        indexes = [
            models.Index("exhibition", "submitted_at", "id", name="submission_by_date"),
            models.Index("artist", "submitted_at", "id", name="submission_of_artist"),
        ]

    def __str__(self) -> str:
        return f"{self.artist_id} to {self.exhibition_id}"

    @property
    def status_for_artist(self) -> str:
        """What its artist is told of its status."""
        is_known = self.exhibition.is_announced or self.status == SubmissionStatus.WITHDRAWN
        return self.status if is_known else SubmissionStatus.SUBMITTED.value


class SubmittedWork(models.Model):
    """A work in a submission; positions count from 0. Its id says nothing of the work, nor whose it is. Of an accepted submission
    the organiser may choose some works: these are `is_selected`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="works")
    artwork = models.ForeignKey("gallery.Artwork", on_delete=models.CASCADE, related_name="submitted")
    position = models.PositiveSmallIntegerField()
    is_selected = models.BooleanField(default=True)

    objects = SubmittedWorkQuerySet.as_manager()

    class Meta:
        verbose_name = _("submitted work")
        verbose_name_plural = _("submitted works")
        constraints = [models.UniqueConstraint("submission", "artwork", name="submitted_work_once")]
        indexes = [models.Index("submission", "position", "artwork", name="submitted_work_in_order")]

    def __str__(self) -> str:
        return f"{self.artwork_id} in {self.submission_id}"


class Score(models.Model):
    """What a juror gives a work, from 1 to the exhibition's `score_scale`, and what they note for the organiser."""

    juror = models.ForeignKey(Juror, on_delete=models.CASCADE, related_name="scores")
    work = models.ForeignKey(SubmittedWork, on_delete=models.CASCADE, related_name="scores")
    score = models.PositiveSmallIntegerField(_("score"))
    note = models.TextField(_("note"), max_length=2_000, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [models.UniqueConstraint("juror", "work", name="score_once")]

    def __str__(self) -> str:
        return f"{self.score} for {self.work_id}"
