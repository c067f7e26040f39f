"""Who follows whom."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from social.querysets.follows import FollowQuerySet


class Follow(models.Model):
    """One person follows one artist; once, and never themselves. `Statistics` counts the rows of both."""

    follower = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followings", verbose_name=_("who follows")
    )
    artist = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followers", verbose_name=_("artist")
    )
    followed_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [
            models.UniqueConstraint("follower", "artist", name="follow_once"),
            models.CheckConstraint(condition=~models.Q(follower=models.F("artist")), name="follow_others"),
        ]
        indexes = [
            models.Index("artist", "followed_at", "id", name="follow_of_artist"),
            models.Index("follower", "followed_at", "id", name="follow_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.follower_id} follows {self.artist_id}"
