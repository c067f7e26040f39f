"""Words that pictures are found by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tag(models.Model):
    """A word, folded to lower case and single spaces."""

    name = models.CharField(max_length=50, unique=True)
    slug = models.CharField(max_length=60, unique=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def __str__(self) -> str:
        return self.name


class ImageTag(models.Model):
    """A tag on an image."""

    image = models.ForeignKey("gallery.Image", on_delete=models.CASCADE, related_name="image_tags")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="image_tags")

    class Meta:
        constraints = [models.UniqueConstraint("image", "tag", name="image_tag_once")]

    def __str__(self) -> str:
        return f"{self.tag} on {self.image_id}"
