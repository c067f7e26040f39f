"""What changed its status, when and by whom."""

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from portfolio.querysets.workflow import StatusChangeQuerySet


class StatusChange(models.Model):
    """One step of a workflow, for ever. Who made it is named in words, so that nothing here changes when an account goes; an
    empty name is the site's own doing."""

    workflow = models.CharField(_("workflow"), max_length=20)
    thing_id = models.UUIDField(_("id"))
    source = models.CharField(_("from"), max_length=20)
    target = models.CharField(_("to"), max_length=20)
    role = models.CharField(_("as"), max_length=20)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(_("by"), max_length=30, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = StatusChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of status")
        verbose_name_plural = _("log of statuses")
        indexes = [models.Index("thing_id", "id", name="status_change_of_thing")]

    def __str__(self) -> str:
        return f"{self.workflow} {self.thing_id}: {self.source} → {self.target}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds it; raises TypeError where it is there already."""
        if not self._state.adding:
            raise TypeError("The log of statuses is only added to.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never."""
        raise TypeError("The log of statuses is only added to.")
