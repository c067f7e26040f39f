"""Uploads that come in several pieces."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Reservation, Visibility
from accounts.models.identifiers import new_id
from gallery.models.files import File, Folder


class ResumableUpload(models.Model):
    """A file that is coming in by the tus protocol: `length` bytes in all, `offset` of them here.

    Where they lie follows from the id (`gallery.intake.partial`). `file` is what became of them; until then a reservation
    holds room for the whole. `refusal` is why the finished upload was refused, as {code, detail}.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    length = models.PositiveBigIntegerField()
    offset = models.PositiveBigIntegerField(default=0)
    metadata = models.TextField(blank=True, help_text=_("The header Upload-Metadata as it was sent"))
    filename = models.CharField(max_length=500)
    title = models.CharField(max_length=200, blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, blank=True)
    folder = models.ForeignKey(Folder, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    album = models.ForeignKey("gallery.Album", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reservation = models.OneToOneField(Reservation, on_delete=models.SET_NULL, null=True, related_name="+")
    file = models.ForeignKey(File, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    refusal = models.JSONField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("resumable upload")
        verbose_name_plural = _("resumable uploads")

    def __str__(self) -> str:
        return f"{self.filename}: {self.offset} of {self.length}"

    @property
    def is_over(self) -> bool:
        """Whether it is decided what became of it."""
        return self.file_id is not None or self.refusal is not None
