"""The moderator's view of tags: renaming, merging and deleting go through the library's own actions."""

import re
from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.exceptions import Conflict
from gallery.actions.vocabulary import delete_tags, merge_tags, rename_tag, valid_tag
from gallery.models import Tag

MOST = 100
"""Of more than anyone chooses by hand, these are merged."""


def merge_url(tags: Any) -> str:
    return f"{reverse('admin:gallery_tag_merge')}?{urlencode({'tags': [tag.pk for tag in tags]}, doseq=True)}"


def ids_in(request: HttpRequest) -> list[int]:
    """The tags that an address names, as far as those can be ids: numbers of 64 bits."""
    return [int(each) for each in request.GET.getlist("tags") if re.fullmatch("[0-9]{1,18}", each)][:MOST]


def merged(tags: Collection[Tag], *, into: Tag, by: Any) -> tuple[str, int]:
    """Merges tags; what there is to say then, and its level."""
    try:
        merge_tags(into=into, others=tags, by=by)
    except Conflict as conflict:
        return str(conflict.detail), messages.WARNING
    return _("Merged into “%s”.") % into.name, messages.SUCCESS


class TagForm(forms.ModelForm):
    """A new name for a tag; for one that is taken, the way to merge the two."""

    class Meta:
        model = Tag
        fields = ("name",)

    def clean_name(self) -> str:
        try:
            name = valid_tag(self.cleaned_data["name"])
        except ValidationError as error:
            raise ValidationError(error.error_dict["name"]) from error
        if same := Tag.objects.filter(name=name).exclude(pk=self.instance.pk).first():
            words = _("There is a tag of this name already. You can merge the two.")
            raise ValidationError(format_html('<a href="{}">{}</a>', merge_url([same, self.instance]), words))
        return name


class TagAdmin(admin.ModelAdmin):
    form = TagForm
    list_display = ("name", "slug", "public_count")
    search_fields = ("name",)
    ordering = ("-public_count", "name")
    fields = ("name", "slug", "public_count")
    readonly_fields = ("slug", "public_count")
    actions = ["merge"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        merging = path("merge/", self.admin_site.admin_view(self.merge_view), name="gallery_tag_merge")
        return [merging, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Tag, form: forms.Form, change: bool) -> None:
        rename_tag(tag=obj, name=obj.name, by=request.user)

    def log_change(self, request: HttpRequest, obj: Tag, message: Any) -> Any:
        """Renaming has noted itself."""

    def delete_model(self, request: HttpRequest, obj: Tag) -> None:
        delete_tags(tags=[obj], by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Tag]) -> None:
        delete_tags(tags=list(queryset), by=request.user)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict, set, list]:
        """A tag takes no right to the pictures that it stands on; and those are too many to list."""
        return [str(tag) for tag in objs], {Tag._meta.verbose_name_plural: len(objs)}, set(), []

    @admin.action(description=gettext_lazy("Merge into one …"), permissions=["change"])
    def merge(self, request: HttpRequest, tags: QuerySet[Tag]) -> HttpResponse:
        return redirect(merge_url(tags))

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Asks which of the tags is kept, and merges the others into it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        tags = list(Tag.objects.filter(pk__in=ids_in(request)).by_use())
        kept = next((tag for tag in tags if str(tag.pk) == request.POST.get("kept")), None)
        if len(tags) < 2:
            self.message_user(request, _("Choose two tags or more."), messages.WARNING)
            return redirect("admin:gallery_tag_changelist")
        if request.method == "POST" and kept:
            self.message_user(request, *merged(tags, into=kept, by=request.user))
            return redirect("admin:gallery_tag_changelist")
        context = {**self.admin_site.each_context(request), "title": _("Merge tags"), "tags": tags, "opts": self.opts}
        return TemplateResponse(request, "admin/gallery/tag/merge.html", context)
