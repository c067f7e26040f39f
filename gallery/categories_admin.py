"""The moderator's view of categories: a tree, kept by the same actions as through the API."""

from collections.abc import Collection
from copy import copy
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.exceptions import Conflict
from gallery.actions.categories import (
    change_category,
    create_category,
    delete_category,
    merge_categories,
    set_name,
    set_place,
)
from gallery.category_tree import CategoryTree
from gallery.models import Category
from gallery.moderating import MergingAdmin, telling_refusals

INDENTATION = "\u2003"
"""A space as wide as a letter, since styles of single elements are not let onto pages."""


class CategoryForm(forms.ModelForm):
    """What may be said of a category, judged as the actions do."""

    parent_category = forms.ModelChoiceField(
        Category.objects.approved().order_by("name"), required=False, label=gettext_lazy("Lies in")
    )

    class Meta:
        model = Category
        fields = ("name", "description")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("parent_category", self.instance.parent_id)

    def clean(self) -> dict[str, Any]:
        judged = copy(self.instance)
        try:
            set_name(judged, self.cleaned_data.get("name", ""))
            set_place(judged, self.cleaned_data.get("parent_category"))
        except Conflict as conflict:
            self.add_error(conflict.attr, str(conflict.detail))
        return self.cleaned_data


class TreeList(ChangeList):
    """Each category below the one that it lies in; of the whole tree two queries."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        tree = CategoryTree(Category.objects.all())
        shown = {category.pk: category for category in self.result_list}
        self.result_list = []
        for row, depth in tree.walk():
            if category := shown.get(row["pk"]):
                category.depth, category.total = depth, tree.totals[row["pk"]]
                self.result_list.append(category)


class CategoryAdmin(MergingAdmin):
    form = CategoryForm
    list_display = ("place", "slug", "status", "total", "public_count", "proposed_by")
    list_filter = ("status",)
    list_select_related = ("proposed_by",)
    list_per_page = 1_000
    sortable_by = ()
    search_help_text = gettext_lazy("By name.")
    search_fields = ("name", "slug")
    ordering = ("name",)
    fields = ("name", "description", "parent_category", "slug", "status", "proposed_by", "public_count")
    readonly_fields = ("slug", "status", "proposed_by", "public_count")
    actions = ["approve", "merge"]
    question = gettext_lazy(
        "Which one is kept? The works and categories of the others are sorted under it, and the others are deleted."
    )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return TreeList

    @admin.display(description=gettext_lazy("name"))
    def place(self, category: Any) -> str:
        return f"{INDENTATION * 2 * category.depth}{category.name}"

    @admin.display(description=gettext_lazy("public works, with those below"))
    def total(self, category: Any) -> int:
        return category.total

    @admin.action(description=gettext_lazy("Approve"), permissions=["change"])
    def approve(self, request: HttpRequest, categories: QuerySet[Category]) -> None:
        waiting = list(categories.filter(status=Category.Status.PROPOSED))
        for category in waiting:
            change_category(category=category, by=request.user, status=Category.Status.APPROVED)
        self.message_user(request, _("Approved: %d.") % len(waiting), messages.SUCCESS)

    def merge_all(self, things: Collection[Category], *, into: Category, by: Any) -> None:
        merge_categories(into=into, others=things, by=by)

    def save_model(self, request: HttpRequest, obj: Category, form: forms.ModelForm, change: bool) -> None:
        facts = {name: form.cleaned_data[name] for name in ("name", "description")}
        facts["parent"] = form.cleaned_data["parent_category"]
        if change:
            change_category(category=obj, by=request.user, **facts)
        else:
            obj.pk = create_category(by=request.user, **facts).pk

    def delete_model(self, request: HttpRequest, obj: Category) -> None:
        delete_category(category=obj, by=request.user)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Category]) -> None:
        for category in queryset:
            delete_category(category=category, by=request.user)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict, set, list]:
        """One that holds anything is not deleted; and what it holds may be hidden from staff."""
        return [str(each) for each in objs], {Category._meta.verbose_name_plural: len(objs)}, set(), []

    def log_addition(self, request: HttpRequest, obj: Category, message: Any) -> Any:
        """Each action has noted itself."""

    log_change = log_addition

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Category]) -> Any:
        """Likewise."""

    changelist_view = telling_refusals(admin.ModelAdmin.changelist_view)
    changeform_view = telling_refusals(admin.ModelAdmin.changeform_view)
    delete_view = telling_refusals(admin.ModelAdmin.delete_view)
