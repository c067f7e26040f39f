"""Exhibitions and calls for entry (schema.org ExhibitionEvent)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from portfolio.querysets.exhibitions import ExhibitionQuerySet


class ExhibitionStatus(models.TextChoices):
    """How far an exhibition is: `portfolio.workflow.tables` says what leads where."""

    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    JURYING = "jurying", _("jurying")
    ANNOUNCED = "announced", _("announced")
    RUNNING = "running", _("running")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


class Exhibition(models.Model):
    """One exhibition, with the call for entry before it. `submission_deadline` is an instant; it, and the first and last day, are
    meant and told in `time_zone` (IANA). `submission_fee` is recorded, not collected.

    What is submitted has to fit: at most `max_artworks_per_submission` works, each with a main picture whose shorter side has
    `min_pixels` or more, in one of `mediums` (any, where that is empty). Jurors score from 1 to `score_scale`. In a blind one
    they are told nothing that says whose a work is.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organizer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exhibitions", verbose_name=_("organiser")
    )
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=10_000, blank=True)
    cover = models.ForeignKey(
        "gallery.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover")
    )
    location = models.CharField(_("location"), max_length=200, blank=True)
    is_virtual = models.BooleanField(_("is virtual"), default=False)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    submission_deadline = models.DateTimeField(_("deadline"))
    exhibition_start = models.DateField(_("first day"), null=True, blank=True)
    exhibition_end = models.DateField(_("last day"), null=True, blank=True)
    requirements = models.TextField(_("requirements"), max_length=10_000, blank=True)
    submission_fee = models.DecimalField(_("fee"), max_digits=12, decimal_places=3, default=0)
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217"))
    max_artworks_per_submission = models.PositiveSmallIntegerField(
        _("works a submission, at most"), default=10, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    min_pixels = models.PositiveIntegerField(_("pixels on the shorter side, at least"), default=0)
    mediums = models.JSONField(_("mediums"), default=list, blank=True)
    blind = models.BooleanField(_("blind jurying"), default=False)
    score_scale = models.PositiveSmallIntegerField(
        _("highest score"), default=10, validators=[MinValueValidator(3), MaxValueValidator(100)]
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ExhibitionStatus.choices, default=ExhibitionStatus.DRAFT
    )
    is_hidden = models.BooleanField(_("withheld"), default=False, help_text=_("By staff: its organiser alone sees it"))
    announced_at = models.DateTimeField(_("announced at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = ExhibitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exhibition")
        verbose_name_plural = _("exhibitions")
        indexes = [
            models.Index("status", "submission_deadline", "id", name="exhibition_by_deadline"),
            models.Index("status", "exhibition_start", "id", name="exhibition_by_start"),
            models.Index("created_at", "id", name="exhibition_by_date"),
            models.Index("organizer", "created_at", "id", name="exhibition_own"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days begin and end."""
        return ZoneInfo(self.time_zone)

    @property
    def today(self) -> date:
        """The day that it is there now."""
        return timezone.now().astimezone(self.zone).date()

    @property
    def local_deadline(self) -> datetime:
        """The deadline by the clocks there."""
        return self.submission_deadline.astimezone(self.zone)

    @property
    def is_open_for_entry(self) -> bool:
        """Whether works can be submitted now."""
        return self.status == ExhibitionStatus.OPEN and timezone.now() < self.submission_deadline

    @property
    def is_announced(self) -> bool:
        """Whether artists know what was decided; from then on they are told of each decision at once."""
        return self.announced_at is not None


class Juror(models.Model):
    """Somebody whom the organiser asked to judge what is submitted."""

    exhibition = models.ForeignKey(Exhibition, on_delete=models.CASCADE, related_name="jurors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="juries")
    invited_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("juror")
        verbose_name_plural = _("jurors")
        constraints = [models.UniqueConstraint("exhibition", "user", name="juror_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.exhibition_id}"


class ConflictOfInterest(models.Model):
    """An artist to whom a juror declared to be close (a collaborator, a partner, a student): they do not judge what this artist
    submits."""

    juror = models.ForeignKey(Juror, on_delete=models.CASCADE, related_name="conflicts")
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        constraints = [models.UniqueConstraint("juror", "artist", name="conflict_once")]

    def __str__(self) -> str:
        return f"{self.juror_id} and {self.artist_id}"
