"""Copies of a picture, made for showing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rendition(models.Model):
    """A copy of an image in one size and format, kept under a name that cannot be guessed; its bytes never change.

    `size` is one of the standing sizes, or says how a copy that somebody asked for was made; `used_at` is when such a one was
    last asked for, None for the standing ones. `is_published`: it lies on the public shelf too.
    """

    image = models.ForeignKey("gallery.Image", on_delete=models.CASCADE, related_name="renditions")
    size = models.CharField(max_length=100)
    format = models.CharField(max_length=5)
    stored_name = models.CharField(max_length=80, unique=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    bytes = models.PositiveIntegerField()
    is_published = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [models.UniqueConstraint("image", "size", "format", name="rendition_once")]

    def __str__(self) -> str:
        return f"{self.size}.{self.format} of {self.image_id}"
