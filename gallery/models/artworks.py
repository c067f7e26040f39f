"""Works: what an artist shows as theirs, made of one or several pictures of their library."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from gallery.models.categories import Category
from gallery.models.tags import Tag
from gallery.querysets.artworks import ArtworkImageQuerySet, ArtworkQuerySet


class Availability(models.TextChoices):
    """Whether a work is to be had; a private one is seen by its artist alone."""

    AVAILABLE = "available", _("available")
    SOLD = "sold", _("sold")
    EXHIBITION = "exhibition", _("in an exhibition")
    PRIVATE = "private", _("private")


class Status(models.TextChoices):
    """How far a work is; a scheduled one is published at its time."""

    DRAFT = "draft", _("draft")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")


class Precision(models.TextChoices):
    """How much of a date of creation is known."""

    YEAR = "year", _("year")
    MONTH = "month", _("month")
    DAY = "day", _("day")


class Artwork(models.Model):
    """A work of an artist (schema.org VisualArtwork).

    `is_public` says whether anyone may see it: it is published, its availability is not private, no moderator has hidden it or
    its main picture, and its owner is not shut out. It follows all of that, as much else does (`gallery.actions.showing`).
    `sort_date` is when it was published, else made here. `popularity` weighs what people did: a look 1, a like 5, a share 8, a
    comment 10. `trend` is what they did of late, renewed by a periodic task.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="artworks", verbose_name=_("artist")
    )
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=10_000, blank=True)
    alt_text = models.CharField(_("text alternative"), max_length=1_000, blank=True)
    medium = models.CharField(_("medium"), max_length=100, blank=True)
    dimensions = models.CharField(_("dimensions"), max_length=200, blank=True, help_text=_("As the artist writes them"))
    width_cm = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    height_cm = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    depth_cm = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    creation_date = models.DateField(null=True, blank=True, help_text=_("The first day of what is known of it"))
    creation_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=3, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217"))
    availability_status = models.CharField(
        _("availability"), max_length=10, choices=Availability.choices, default=Availability.AVAILABLE
    )
    category = models.ForeignKey(
        Category, on_delete=models.RESTRICT, null=True, blank=True, related_name="artworks", verbose_name=_("category")
    )
    tags = models.ManyToManyField(Tag, through="gallery.ArtworkTag", related_name="artworks")
    images = models.ManyToManyField("gallery.Image", through="gallery.ArtworkImage", related_name="artworks")
    license = models.CharField(_("licence"), max_length=200, blank=True)
    is_mature = models.BooleanField(_("mature"), default=False)
    comments_open = models.BooleanField(default=True, help_text=_("Whether others may comment from now on"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PUBLISHED)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    is_hidden = models.BooleanField(_("hidden"), default=False, editable=False, help_text=_("By a moderator"))
    is_public = models.BooleanField(_("seen by anyone"), default=False, editable=False)

    view_count = models.PositiveBigIntegerField(_("views"), default=0)
    like_count = models.PositiveBigIntegerField(_("likes"), default=0)
    comment_count = models.PositiveBigIntegerField(default=0)
    share_count = models.PositiveBigIntegerField(default=0)
    popularity = models.GeneratedField(
        expression=models.F("view_count")
        + 5 * models.F("like_count")
        + 8 * models.F("share_count")
        + 10 * models.F("comment_count"),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )
    trend = models.FloatField(_("trend"), default=0.0, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)
    sort_title = models.GeneratedField(
        expression=Lower("title"), output_field=models.CharField(max_length=200), db_persist=True
    )
    sort_date = models.GeneratedField(
        expression=Coalesce("published_at", "created_at"), output_field=models.DateTimeField(), db_persist=True
    )

    objects = ArtworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("artwork")
        verbose_name_plural = _("artworks")
        indexes = [
            models.Index("sort_date", "id", "is_public", "owner", name="artwork_by_date"),
            models.Index("is_public", "sort_date", "id", name="artwork_public_by_date"),
            models.Index("owner", "sort_date", "id", name="artwork_own_by_date"),
            models.Index(
                "owner", "sort_date", "id", name="artwork_public_of_artist", condition=models.Q(is_public=True)
            ),
            models.Index("is_public", "popularity", "id", name="artwork_by_popularity"),
            models.Index("is_public", "price", "id", name="artwork_by_price"),
            models.Index("is_public", "sort_title", "id", name="artwork_by_title"),
            models.Index("is_public", "trend", "id", name="artwork_by_trend"),
            models.Index("is_public", "medium", name="artwork_by_medium"),
            models.Index("status", "published_at", name="artwork_by_schedule"),
        ]

    def __str__(self) -> str:
        return self.title


class ArtworkImage(models.Model):
    """A picture as a view of a work; positions count from 0 without gaps, and the first is the main one.

    A picture that a work shows is not deleted: its actions refuse, and so does this key.
    """

    artwork = models.ForeignKey(Artwork, on_delete=models.CASCADE, related_name="views")
    image = models.ForeignKey("gallery.Image", on_delete=models.RESTRICT, related_name="artwork_views")
    position = models.PositiveSmallIntegerField()

    objects = ArtworkImageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("artwork", "image", name="artwork_image_once")]
        indexes = [models.Index("artwork", "position", "image", name="artwork_image_in_order")]

    def __str__(self) -> str:
        return f"{self.image_id} in {self.artwork_id}"


class ArtworkTag(models.Model):
    """A tag on a work."""

    artwork = models.ForeignKey(Artwork, on_delete=models.CASCADE, related_name="artwork_tags")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="artwork_tags")

    class Meta:
        constraints = [models.UniqueConstraint("artwork", "tag", name="artwork_tag_once")]
        indexes = [models.Index("tag", "artwork", name="artwork_of_tag")]

    def __str__(self) -> str:
        return f"{self.tag} on {self.artwork_id}"
