"""Rooms that an artist hangs works in."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from gallery.querysets.galleries import GalleryQuerySet


class GalleryVisibility(models.TextChoices):
    """Who sees a gallery beside its artist; an unlisted one opens to whoever has its address, and is in no list."""

    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")
    UNLISTED = "unlisted", _("unlisted")


class Gallery(models.Model):
    """Works of one artist in their order. Who sees a gallery sees of it the works that they may see anyway.

    `artwork_count` is of all in it, `public_artwork_count` of those that anyone may see. The slug stays when the name changes:
    addresses that were given out stay true.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="galleries", verbose_name=_("artist")
    )
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("part of its address"), max_length=220, allow_unicode=True)
    description = models.TextField(_("description"), max_length=10_000, blank=True)
    theme = models.CharField(_("theme"), max_length=40, blank=True)
    visibility = models.CharField(
        _("visibility"), max_length=8, choices=GalleryVisibility.choices, default=GalleryVisibility.PUBLIC
    )
    is_hidden = models.BooleanField(_("hidden"), default=False, editable=False, help_text=_("By a moderator"))
    cover_artwork = models.ForeignKey(
        "gallery.Artwork", on_delete=models.SET_NULL, null=True, blank=True, related_name="covered_galleries"
    )
    artworks = models.ManyToManyField("gallery.Artwork", through="gallery.GalleryArtwork", related_name="galleries")
    artwork_count = models.PositiveIntegerField(_("works"), default=0, editable=False)
    public_artwork_count = models.PositiveIntegerField(_("public works"), default=0, editable=False)
    view_count = models.PositiveBigIntegerField(_("views"), default=0)
    trend = models.FloatField(_("trend"), default=0.0, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)
    sort_name = models.GeneratedField(
        expression=Lower("name"), output_field=models.CharField(max_length=200), db_persist=True
    )

    objects = GalleryQuerySet.as_manager()

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")
        constraints = [models.UniqueConstraint("owner", "slug", name="gallery_slug_once")]
        indexes = [
            # With what tells whether it is withheld: a count is read from the index alone.
            models.Index("visibility", "created_at", "id", "is_hidden", "owner", name="gallery_public_by_date"),
            models.Index("owner", "created_at", "id", name="gallery_own_by_date"),
            models.Index("visibility", "trend", "id", name="gallery_by_trend"),
        ]

    def __str__(self) -> str:
        return self.name


class GalleryArtwork(models.Model):
    """A work in a gallery; positions count from 0 without gaps."""

    gallery = models.ForeignKey(Gallery, on_delete=models.CASCADE, related_name="hangings")
    artwork = models.ForeignKey("gallery.Artwork", on_delete=models.CASCADE, related_name="hangings")
    position = models.PositiveIntegerField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint("gallery", "artwork", name="gallery_artwork_once")]
        indexes = [models.Index("gallery", "position", "artwork", name="gallery_artwork_in_order")]

    def __str__(self) -> str:
        return f"{self.artwork_id} in {self.gallery_id}"
