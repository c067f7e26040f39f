"""Albums opened to others: to a person, or to whoever has a link."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from gallery.models.albums import Album
from gallery.querysets.shares import AlbumShareQuerySet


class AlbumShare(models.Model):
    """One person or one link that an album is open to; revoked by deleting it. It sleeps while the album is private.

    A link's `token` is kept readable: its owner is shown the address again, and whoever reads this table has what the token
    opens beside it. `password` is a hash as Django makes them; empty where none is asked for.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="shares")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="album_shares"
    )
    token = models.CharField(max_length=64, unique=True, null=True, blank=True)
    password = models.CharField(max_length=128, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    can_contribute = models.BooleanField(default=False)
    include_children = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    use_count = models.PositiveIntegerField(default=0)

    objects = AlbumShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("share")
        verbose_name_plural = _("shares")
        constraints = [
            models.UniqueConstraint("album", "user", name="album_share_once", condition=models.Q(user__isnull=False)),
            models.CheckConstraint(
                condition=models.Q(user__isnull=True) ^ models.Q(token__isnull=True), name="album_share_person_or_link"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.album_id} for {self.user_id or 'a link'}"


class ShareUse(models.Model):
    """What was opened through a share, and when: the album itself, or one of its pictures."""

    class Action(models.TextChoices):
        OPEN = "open", _("open")
        VIEW = "view", _("view")
        DOWNLOAD = "download", _("download")

    share = models.ForeignKey(AlbumShare, on_delete=models.CASCADE, related_name="uses")
    action = models.CharField(max_length=10, choices=Action.choices)
    image = models.ForeignKey("gallery.Image", on_delete=models.SET_NULL, null=True, related_name="+")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index("share", "at", name="share_use_history")]

    def __str__(self) -> str:
        return f"{self.action} by {self.share_id} at {self.at}"
