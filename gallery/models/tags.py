"""Words that pictures are found by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gallery.querysets.tags import TagQuerySet


class Tag(models.Model):
    """A word, folded to lower case and single spaces. `public_count` is on how many pictures and works that anyone may see it
    stands, `public_artwork_count` on how many works alone."""

    name = models.CharField(_("name"), max_length=50, unique=True)
    slug = models.CharField(_("part of its address"), max_length=60, unique=True)
    public_count = models.PositiveIntegerField(_("public pictures and works"), default=0)
    public_artwork_count = models.PositiveIntegerField(default=0)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        indexes = [models.Index("public_count", "name", name="tag_by_use")]

    def __str__(self) -> str:
        return self.name


class ImageTag(models.Model):
    """A tag on an image. `uploaded_at` repeats the image's: the newest of a common tag are read from one index."""

    image = models.ForeignKey("gallery.Image", on_delete=models.CASCADE, related_name="image_tags")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="image_tags")
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("image", "tag", name="image_tag_once")]
        indexes = [models.Index("tag", "uploaded_at", "image", name="image_tag_by_date")]

    def __str__(self) -> str:
        return f"{self.tag} on {self.image_id}"
