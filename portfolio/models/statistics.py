"""What was looked at, rolled up by day, so that nothing of those who looked is in it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """Of what a figure is: of all that is an artist's, of one work, or of one gallery."""

    ARTIST = "artist", _("artist")
    ARTWORK = "artwork", _("artwork")
    GALLERY = "gallery", _("gallery")


class Source(models.TextChoices):
    """Where a look came from."""

    SITE = "site", _("another site")
    INTERNAL = "internal", _("Atelier itself")
    DIRECT = "direct", _("directly, or not told")
    OTHER = "other", _("other sites")


class DayFigures(models.Model):
    """One day (UTC) of one subject, once the day is over; a day without any deed has no row.

    `subject_id` is the id of the artist, work or gallery, which may be gone since. An artist's row holds what was done with
    all of theirs, pictures on their own too; its visitors are not the sum of the works', for one visitor looks at several.
    """

    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    subject = models.CharField(max_length=7, choices=Subject.choices)
    subject_id = models.UUIDField()
    views = models.PositiveIntegerField(default=0)
    visitors = models.PositiveIntegerField(default=0)
    downloads = models.PositiveIntegerField(default=0)
    likes = models.PositiveIntegerField(default=0)
    followers = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("figures of a day")
        verbose_name_plural = _("figures of days")
        constraints = [models.UniqueConstraint("subject_id", "subject", "day", name="figures_once")]
        indexes = [
            models.Index("artist", "subject", "day", name="figures_of_artist"),
            models.Index("day", name="figures_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} on {self.day}"


class DayReferrer(models.Model):
    """From which host a subject was looked at on a day; of an address nothing but its host is kept, and that of other sites
    alone: for every other `source` it is empty."""

    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    subject = models.CharField(max_length=7, choices=Subject.choices)
    subject_id = models.UUIDField()
    source = models.CharField(max_length=8, choices=Source.choices)
    host = models.CharField(max_length=253, blank=True)
    views = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("referrer of a day")
        verbose_name_plural = _("referrers of days")
        constraints = [models.UniqueConstraint("subject_id", "subject", "day", "source", "host", name="referrer_once")]
        indexes = [models.Index("day", name="referrer_of_day")]

    def __str__(self) -> str:
        return f"{self.host or self.source} to {self.subject} {self.subject_id} on {self.day}"


class GatheredDay(models.Model):
    """A day whose figures are written, whether there were any or not."""

    day = models.DateField(primary_key=True)
    gathered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("gathered day")
        verbose_name_plural = _("gathered days")

    def __str__(self) -> str:
        return str(self.day)
