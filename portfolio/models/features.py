"""What staff put forward."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Target(models.TextChoices):
    """What may be put forward."""

    ARTWORK = "artwork", _("artwork")
    ARTIST = "artist", _("artist")
    GALLERY = "gallery", _("gallery")
    EXHIBITION = "exhibition", _("exhibition")


class FeatureQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Those whose time is not over, by the database's clock."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=Now()))

    def in_order(self) -> Self:
        """Within a kind as they are shown: those that came since staff put them in order, the last first, then in that order."""
        return self.order_by("position", "-created_at", "-pk")


class Feature(models.Model):
    """Something that staff put forward until a time, or until they take it back.

    `position` is its place among those of its kind, as staff have put them in order, from 1; 0 for one that came since, of which
    the last comes first of all.
    """

    target_type = models.CharField(_("kind"), max_length=10, choices=Target.choices)
    target_id = models.UUIDField(_("id"))
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until it is taken back."))
    note = models.CharField(
        _("note"), max_length=500, blank=True, help_text=_("Why it is put forward. Everyone may read it in the API.")
    )
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("put forward at"), auto_now_add=True)

    objects = FeatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("feature")
        verbose_name_plural = _("features")
        constraints = [models.UniqueConstraint("target_type", "target_id", name="feature_once")]
        indexes = [models.Index(fields=["target_type", "position", "-created_at", "-id"], name="feature_in_order")]

    def __str__(self) -> str:
        return f"{self.target_type} {self.target_id}"
