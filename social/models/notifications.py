"""What people are told of."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Mail
from accounts.models.identifiers import new_id


class Notification(models.Model):
    """One line of what a person is told: one deed, or several of the same kind about the same thing while it is unread.

    `target_type` and `target_id` name what it is about, `object_id` what was made by the latest deed (a comment, say), `actor`
    who did that; `actor_count` counts the people of all deeds that stand. `created_at` is of the latest. `is_on_site`: its
    recipient wanted to see it on the site when it came. `mail` is how they wanted it by mail then; `site` the origin that
    links in that mail start with.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="told")
    kind = models.CharField(max_length=40)
    target_type = models.CharField(max_length=20)
    target_id = models.UUIDField()
    object_id = models.UUIDField(null=True, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    actor_count = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    is_on_site = models.BooleanField(default=True)
    mail = models.CharField(max_length=9, choices=Mail.choices, default=Mail.NEVER)
    mailed_at = models.DateTimeField(null=True, blank=True)
    site = models.CharField(max_length=260, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index("recipient", "created_at", "id", name="notification_by_date"),
            models.Index(
                "recipient", "kind", "target_id", name="notification_unread", condition=models.Q(read_at__isnull=True)
            ),
            models.Index("mail", "recipient", name="notification_to_mail", condition=models.Q(mailed_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.recipient_id}"


class Cause(models.Model):
    """One deed that one person is told of. It stays when it is undone (`is_standing`), so that the same deed again notifies once.

    `key` is what makes it the same deed: its kind, who did it, to what, and what they made by it.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    notification = models.ForeignKey(Notification, on_delete=models.SET_NULL, null=True, related_name="causes")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    object_id = models.UUIDField(null=True, blank=True)
    done_at = models.DateTimeField()
    is_standing = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint("recipient", "key", name="cause_once")]
        # Who undoes a deed knows the deed, not whom it was told.
        indexes = [models.Index("key", name="cause_by_key")]

    def __str__(self) -> str:
        return self.key
