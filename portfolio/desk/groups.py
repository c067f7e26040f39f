"""The lists of the desk, grouped as staff think."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Moderation"), ("social.Case", "social.Appeal", "social.Comment")),
    (_("Curation"), ("portfolio.Feature", "gallery.Category", "gallery.Tag")),
    (_("People"), ("accounts.User", "accounts.Artist", "social.Follow", "social.Block", "accounts.AccessToken", "auth.Group")),
    (_("Works"), ("gallery.Artwork", "gallery.Gallery", "social.Like", "social.Share")),
    (_("Library"), ("gallery.Image", "gallery.Album", "gallery.File", "gallery.Folder")),
    (_("Exhibitions and commissions"), ("portfolio.Exhibition", "portfolio.Commission")),
    (_("What was done"), ("admin.LogEntry", "social.Entry", "portfolio.StatusChange")),
    (_("The machine"), ("django_tasks_database.DBTaskResult", "social.Notification")),
)  # fmt: skip
"""By the names of their models."""
OTHERS = _("Others")


def grouped(apps: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same lists, by group, in the shape in which Django tells them by app."""
    left = {label_of(each): each | {"name": heading_of(each)} for app in apps for each in app["models"]}
    groups = []
    for name, labels in GROUPS:
        groups.append(group(name, [left.pop(label) for label in labels if label in left]))
    groups.append(group(OTHERS, list(left.values())))
    return [each for each in groups if each["models"]]


def group(name: str | Promise, models: list[dict[str, Any]]) -> dict[str, Any]:
    key = slugify(str(name))
    address = f"{reverse('admin:index')}#{key}"
    return {"name": name, "app_label": key, "app_url": address, "has_module_perms": True, "models": models}


def label_of(told: dict[str, Any]) -> str:
    label: str = told["model"]._meta.label
    return label


def heading_of(told: dict[str, Any]) -> Any:
    """What its desk calls a list, or else the model."""
    return getattr(admin.site.get_model_admin(told["model"]), "heading", told["name"])


def ungrouped() -> set[str]:
    """Lists that no group has: none, which a test holds."""
    known = {label for _name, labels in GROUPS for label in labels}
    return {model._meta.label for model in admin.site._registry} - known
