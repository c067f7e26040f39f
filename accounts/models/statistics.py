"""What a person has, counted, and how much room it takes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from accounts.models.user import User


class Statistics(models.Model):
    """One row each, under the user's id; sizes in bytes. Changed by `actions.count` and `accounts.quota` alone."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="statistics")
    image_count = models.PositiveBigIntegerField(default=0)
    album_count = models.PositiveBigIntegerField(default=0)
    file_count = models.PositiveBigIntegerField(default=0)
    artwork_count = models.PositiveBigIntegerField(default=0)
    public_artwork_count = models.PositiveBigIntegerField(default=0)
    gallery_count = models.PositiveBigIntegerField(default=0)
    view_count = models.PositiveBigIntegerField(default=0)
    download_count = models.PositiveBigIntegerField(default=0)
    follower_count = models.PositiveBigIntegerField(default=0)
    following_count = models.PositiveBigIntegerField(default=0)
    storage_used = models.PositiveBigIntegerField(_("bytes stored"), default=0)
    storage_reserved = models.PositiveBigIntegerField(_("bytes reserved by uploads under way"), default=0)
    storage_limit = models.PositiveBigIntegerField(
        _("bytes allowed"), null=True, blank=True, help_text=_("Empty: as everyone, by STORAGE_QUOTA.")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("statistics")

    def __str__(self) -> str:
        return str(self.user_id)

    @property
    def storage_quota(self) -> int:
        """The bytes that this person may store."""
        return settings.STORAGE_QUOTA if self.storage_limit is None else self.storage_limit

    @property
    def storage_free(self) -> int:
        """The bytes neither used nor reserved; 0 where the quota was lowered below what is there."""
        return max(0, self.storage_quota - self.storage_used - self.storage_reserved)


class Reservation(models.Model):
    """Bytes set aside for an upload under way, so that several cannot exceed the quota. See `accounts.quota`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="reservations")
    size = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.size} bytes for {self.user_id}"
