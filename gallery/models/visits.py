"""Who looked at which work or gallery."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Visit(models.Model):
    """One look at a work or at a gallery by somebody else than its artist. `viewer_key` and `is_robot` are as in `Access`."""

    artwork = models.ForeignKey("gallery.Artwork", on_delete=models.CASCADE, null=True, related_name="visits")
    gallery = models.ForeignKey("gallery.Gallery", on_delete=models.CASCADE, null=True, related_name="visits")
    at = models.DateTimeField(db_index=True)
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    viewer_key = models.CharField(max_length=32)
    referrer = models.CharField(max_length=500, blank=True)
    is_robot = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(artwork__isnull=True) ^ models.Q(gallery__isnull=True), name="visit_of_one_thing"
            )
        ]
        indexes = [
            models.Index("artwork", "viewer_key", "at", name="visit_artwork_again"),
            models.Index("gallery", "viewer_key", "at", name="visit_gallery_again"),
            # An artist's looks of a day: SQLite would read all that their works ever had.
            models.Index("artwork", "at", name="visit_artwork_by_time"),
            models.Index("gallery", "at", name="visit_gallery_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.artwork_id or self.gallery_id} at {self.at}"
