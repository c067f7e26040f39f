"""Works passed on."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Share(models.Model):
    """One time that somebody passed a work on, by a channel such as `link` or `mail`; `Artwork.share_count` counts them."""

    artwork = models.ForeignKey(
        "gallery.Artwork", on_delete=models.CASCADE, related_name="shares", verbose_name=_("work")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="artwork_shares",
        verbose_name=_("who passed it on"),
    )
    channel = models.CharField(_("channel"), max_length=30, validators=[RegexValidator(r"\A[a-z0-9_-]+\Z")])
    shared_at = models.DateTimeField(_("passed on at"), auto_now_add=True)

    class Meta:
        verbose_name = _("share of a work")
        verbose_name_plural = _("shares of works")
        # Of late, for what trends.
        indexes = [models.Index("shared_at", "artwork", "user", name="artwork_share_of_late")]

    def __str__(self) -> str:
        return f"{self.artwork_id} by {self.channel}"
