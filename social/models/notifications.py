"""What people are told of."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Mail
from accounts.models.identifiers import new_id
from social.querysets.notifications import NotificationQuerySet


def person(**options: Any) -> models.ForeignKey:
    """A person, without a constraint in the database: it would lock their row for whoever tells them something, who holds a
    work by then, while people are locked before works. What is left of one who goes meanwhile is swept."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, db_constraint=False, **options)


class Notification(models.Model):
    """One line of what a person is told: one deed, or several that belong together while it is unread (`group` says which do).

    `target_type` and `target_id` name what it is about, `object_id` what was made by the latest deed (a comment, say), `actor`
    who did that; `actor_count` counts the people of all deeds that stand, but for those who are shut out, and `deed_count` what
    they are about. `created_at` is of the latest. `is_on_site`: its recipient wanted to see it on the site when it came. `mail`
    is how they wanted it by mail then; `site` the origin that links in that mail start with.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = person(on_delete=models.CASCADE, related_name="told", verbose_name=_("who is told"))
    kind = models.CharField(_("kind"), max_length=40)
    group = models.CharField(max_length=200)
    target_type = models.CharField(max_length=20)
    target_id = models.UUIDField()
    object_id = models.UUIDField(null=True, blank=True)
    actor = person(on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("who did it"))
    actor_count = models.PositiveIntegerField(_("people"), default=1)
    deed_count = models.PositiveIntegerField(_("deeds"), default=1)
    created_at = models.DateTimeField(_("created at"))
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    is_on_site = models.BooleanField(default=True)
    mail = models.CharField(_("by mail"), max_length=9, choices=Mail.choices, default=Mail.NEVER)
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)
    site = models.CharField(max_length=260, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = [
            models.UniqueConstraint(
                "recipient", "group", name="notification_unread_once", condition=models.Q(read_at__isnull=True)
            )
        ]
        indexes = [
            models.Index("recipient", "created_at", "id", name="notification_by_date"),
            models.Index(
                "mail",
                "recipient",
                name="notification_to_mail",
                condition=models.Q(mailed_at__isnull=True, read_at__isnull=True),
            ),
            # When somebody's last digest went out.
            models.Index("recipient", "mailed_at", name="notification_mailed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.recipient_id}"


class Cause(models.Model):
    """One deed that one person is told of. It stays when it is undone (`is_standing`), so that the same deed again notifies once.

    `key` is what makes it the same deed: its kind, who did it, to what, and what they made by it. Where the deed was undone and
    its notification went with it, `is_unseen` says that nobody had read that, `mailed_at` when it was mailed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = person(on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    notification = models.ForeignKey(
        Notification, on_delete=models.SET_NULL, null=True, related_name="causes", db_index=False
    )
    actor = person(on_delete=models.CASCADE, null=True, related_name="+")
    target_id = models.UUIDField()
    object_id = models.UUIDField(null=True, blank=True)
    done_at = models.DateTimeField()
    is_standing = models.BooleanField(default=True)
    is_unseen = models.BooleanField(default=False)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("recipient", "key", name="cause_once")]
        indexes = [
            # Who undoes a deed knows the deed, not whom it was told.
            models.Index("key", name="cause_by_key"),
            models.Index("notification", "done_at", name="cause_of_notification"),
        ]

    def __str__(self) -> str:
        return self.key
