"""A person's own arrangement of pictures, apart from where the files lie."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from gallery.querysets.albums import AlbumImageQuerySet, AlbumQuerySet


class Privacy(models.TextChoices):
    """Who sees an album and every picture in it, beside its owner."""

    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")
    SHARED = "shared", _("shared")


class Album(models.Model):
    """Pictures in an order of their owner's, within another album or beside the others.

    An album stands for itself: a public one below a private one is public. `image_count` is of the pictures in it that are not
    withheld (`gallery.querysets.withheld`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="albums", verbose_name=_("owner")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), max_length=10_000, blank=True)
    privacy_setting = models.CharField(
        _("who sees it"), max_length=10, choices=Privacy.choices, default=Privacy.PRIVATE
    )
    cover_image = models.ForeignKey(
        "gallery.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="covered_albums"
    )
    images = models.ManyToManyField("gallery.Image", through="gallery.AlbumImage", related_name="albums")
    image_count = models.PositiveIntegerField(_("pictures"), default=0)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = AlbumQuerySet.as_manager()

    class Meta:
        verbose_name = _("album")
        verbose_name_plural = _("albums")
        indexes = [
            # With what tells whether its owner is shut out: a count is read from the index alone.
            models.Index("privacy_setting", "created_at", "id", "owner", name="album_public_by_date"),
            models.Index("owner", "created_at", "id", name="album_own_by_date"),
        ]

    def __str__(self) -> str:
        return self.name


class AlbumLineage(models.Model):
    """That `album` is `above`, or lies `depth` levels below it: the whole tree as pairs, so that what a share opens is a join
    and not a recursion. Changed by the actions that make and move albums, nowhere else."""

    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="lineage")
    above = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="below")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("album", "above", name="album_lineage_once")]

    def __str__(self) -> str:
        return f"{self.album_id} {self.depth} below {self.above_id}"


class AlbumImage(models.Model):
    """A picture in an album, at its place in the owner's order; new ones come last. `contributed`: it is not the album's
    owner's, who sees it by this."""

    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="album_images")
    image = models.ForeignKey("gallery.Image", on_delete=models.CASCADE, related_name="album_images")
    position = models.PositiveIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    contributed = models.BooleanField(default=False)

    objects = AlbumImageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("album", "image", name="album_image_once")]
        indexes = [
            models.Index("album", "position", "image", name="album_image_in_order"),
            # Few are: what every list asks for is found without reading the rest.
            models.Index("album", "image", name="album_image_contributed", condition=models.Q(contributed=True)),
        ]

    def __str__(self) -> str:
        return f"{self.image_id} in {self.album_id}"
