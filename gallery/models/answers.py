"""What an upload was answered, for a client that asks again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UploadAnswer(models.Model):
    """The answer that was given to an upload under an Idempotency-Key, with a fingerprint of what was sent."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("upload answer")
        verbose_name_plural = _("upload answers")
        constraints = [models.UniqueConstraint("owner", "key", name="upload_answer_once")]

    def __str__(self) -> str:
        return f"{self.status} for {self.key}"
