"""The desk for rights: each group has some, and staff have those of their groups."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group
from django.db.models import ManyToManyField
from django.utils.translation import gettext_lazy as _

admin.site.unregister(Group)


@admin.register(Group)
class RightsAdmin(GroupAdmin):
    """With boxes to tick, which keys and screen readers reach better than two lists between which things are moved."""

    filter_horizontal = ()
    search_help_text = _("By name.")

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: Any = None, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        """All rights, each beside its box."""
        return super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **kwargs)
