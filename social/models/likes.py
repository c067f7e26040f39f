"""That people like works."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Like(models.Model):
    """One person likes one work, at most once. `Artwork.like_count` follows."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="likes", verbose_name=_("who likes")
    )
    artwork = models.ForeignKey(
        "gallery.Artwork", on_delete=models.CASCADE, related_name="likes", verbose_name=_("work")
    )
    liked_at = models.DateTimeField(_("liked at"), default=timezone.now)

    class Meta:
        verbose_name = _("like")
        verbose_name_plural = _("likes")
        constraints = [models.UniqueConstraint("user", "artwork", name="like_once")]
        indexes = [
            models.Index("artwork", "liked_at", "id", name="like_of_artwork"),
            models.Index("user", "liked_at", "id", name="like_of_user"),
            # Of late, for what trends.
            models.Index("liked_at", "artwork", "user", name="like_of_late"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} likes {self.artwork_id}"
