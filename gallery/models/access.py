"""Who looked at what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Access(models.Model):
    """One view or download of a file by somebody else than its owner.

    `viewer_key` tells one visitor from another for a day: a keyed hash of address and browser, with a random salt that is
    gone when the day is (`DaySalt`), so that nobody can be found again by it. `is_robot`: by what its browser called itself;
    counters count it, statistics do not.
    """

    class Action(models.TextChoices):
        VIEW = "view", _("view")
        DOWNLOAD = "download", _("download")

    file = models.ForeignKey("gallery.File", on_delete=models.CASCADE, related_name="accesses")
    action = models.CharField(max_length=10, choices=Action.choices)
    at = models.DateTimeField(db_index=True)
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    viewer_key = models.CharField(max_length=32)
    referrer = models.CharField(max_length=500, blank=True)
    is_robot = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = _("access")
        verbose_name_plural = _("accesses")
        indexes = [
            models.Index("file", "at", name="access_history"),
            models.Index("file", "viewer_key", "at", name="access_again"),
        ]

    def __str__(self) -> str:
        return f"{self.action} of {self.file_id} at {self.at}"
