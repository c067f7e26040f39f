"""The moderator's view of tags: renaming, merging and deleting go through the library's own actions."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gallery.actions.vocabulary import delete_tags, merge_tags, rename_tag, valid_tag
from gallery.models import Tag
from gallery.moderating import MergingAdmin, merge_url


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
            raise ValidationError(format_html('<a href="{}">{}</a>', merge_url(Tag, [same, self.instance]), words))
        return name


class TagAdmin(MergingAdmin):
    form = TagForm
    list_display = ("name", "slug", "public_count")
    search_help_text = gettext_lazy("By name.")
    search_fields = ("name",)
    ordering = ("-public_count", "name")
    fields = ("name", "slug", "public_count")
    readonly_fields = ("slug", "public_count")
    question = gettext_lazy(
        "Which one is kept? The others are taken from every picture and work, and it is put in their place."
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def merge_all(self, things: Collection[Tag], *, into: Tag, by: Any) -> None:
        merge_tags(into=into, others=things, by=by)

    def save_model(self, request: HttpRequest, obj: Tag, form: forms.Form, change: bool) -> None:
        rename_tag(tag=obj, name=obj.name, by=request.user)

    def log_change(self, request: HttpRequest, obj: Tag, message: Any) -> Any:
        """Renaming has noted itself."""

    def delete_model(self, request: HttpRequest, obj: Tag) -> None:
        delete_tags(tags=[obj], by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Tag]) -> None:
        delete_tags(tags=list(queryset), by=request.user)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict, set, list]:
        """A tag takes no right to the pictures and works that it stands on; and those are too many to list."""
        return [str(tag) for tag in objs], {Tag._meta.verbose_name_plural: len(objs)}, set(), []
