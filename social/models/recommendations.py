"""What was recommended to a person on one walk through their feed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id


class Walk(models.Model):
    """One reading of a feed from its beginning: what it recommends is chosen once, so that no page repeats another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="walks")
    started_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("user", "started_at", name="walk_by_date")]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.started_at}"


class Recommendation(models.Model):
    """A work at its place among those of a walk, and why: `reason`, with what it refers to: `liked`, a work that the person
    likes, or `detail`, a tag.

    The database does not hold it to works that are there: between the choice and the writing of it one may go, and whoever looks
    at a feed must not wait for whoever deletes a work. One that is not there is not shown, and the row goes within a day.
    """

    class Reason(models.TextChoices):
        LIKED_TOGETHER = "liked_together", _("Liked by people who like what you like")
        TAGS = "tags", _("On subjects that you like")
        COLORS = "colors", _("In colours that you like")
        POPULAR = "popular", _("Much looked at these days")
        FRESH = "fresh", _("New here")

    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="recommendations")
    rank = models.PositiveSmallIntegerField()
    artwork = models.ForeignKey("gallery.Artwork", on_delete=models.CASCADE, db_constraint=False, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    liked = models.ForeignKey(
        "gallery.Artwork", on_delete=models.SET_NULL, null=True, db_constraint=False, related_name="+"
    )
    detail = models.CharField(max_length=200, blank=True, help_text=_("The name of the tag, where it is for one"))

    class Meta:
        constraints = [
            models.UniqueConstraint("walk", "rank", name="recommendation_rank_once"),
            models.UniqueConstraint("walk", "artwork", name="recommendation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.artwork_id} for {self.reason}"
