"""What works are sorted under by the site: a tree that staff keep, and that artists propose branches for."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gallery.querysets.categories import CategoryQuerySet


class Category(models.Model):
    """A category. `public_count` is how many works that anyone may see are sorted under it itself, not under those below."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("part of its address"), max_length=120, unique=True, allow_unicode=True)
    description = models.TextField(_("description"), max_length=2_000, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.APPROVED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    public_count = models.PositiveIntegerField(_("public works"), default=0, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="category_name_any_case",
                violation_error_message=_("There is a category of this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name
