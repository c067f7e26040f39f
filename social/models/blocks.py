"""Whom people keep away."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from social.querysets.blocks import BlockQuerySet


class Block(models.Model):
    """One person keeps another from following, commenting, liking and writing to them."""

    blocker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks", verbose_name=_("who blocks")
    )
    blocked = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocked_by", verbose_name=_("whom")
    )
    blocked_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints = [
            models.UniqueConstraint("blocker", "blocked", name="block_once"),
            models.CheckConstraint(condition=~models.Q(blocker=models.F("blocked")), name="block_others"),
        ]
        indexes = [models.Index("blocker", "blocked_at", "id", name="block_by_person")]

    def __str__(self) -> str:
        return f"{self.blocker_id} keeps {self.blocked_id} away"
