"""What a person has written over the copies of their pictures."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Position(models.TextChoices):
    """Where a watermark stands; `tile` repeats it all over."""

    TOP_LEFT = "top-left", _("top left")
    TOP_RIGHT = "top-right", _("top right")
    BOTTOM_LEFT = "bottom-left", _("bottom left")
    BOTTOM_RIGHT = "bottom-right", _("bottom right")
    CENTER = "center", _("centre")
    TILE = "tile", _("tiled")


class Watermark(models.Model):
    """A person's watermark: a text, or a picture of theirs. On copies only, never on an original.

    `opacity` is 0 to 1; `scale` is the mark's width as a share of the copy's, 0 to 1. `enabled` forces it on what others get.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="watermark"
    )
    enabled = models.BooleanField(default=False)
    text = models.CharField(max_length=100, blank=True)
    image = models.ForeignKey("gallery.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.CharField(max_length=12, choices=Position.choices, default=Position.BOTTOM_RIGHT)
    opacity = models.FloatField(default=0.5)
    scale = models.FloatField(default=0.3)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("watermark")
        verbose_name_plural = _("watermarks")

    def __str__(self) -> str:
        return self.text or f"picture {self.image_id}"
