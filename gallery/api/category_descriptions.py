"""What the routes of categories take and answer."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from gallery.api.work_descriptions import CategoryBriefSerializer
from gallery.category_tree import CategoryTree
from gallery.models import Category

OF_ALL = "Public works alone, for everyone alike."


@extend_schema_field(OpenApiTypes.STR)
class ParentField(serializers.Field):
    """An approved category by id or slug; anything else is a 400 on the field. Null and an empty text are none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, required=False, help_text="An id or a slug; empty or null: none.", **options)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)

    def to_internal_value(self, data: Any) -> Category:
        found = CategoryTree(Category.objects.approved()).find(str(data)) if isinstance(data, str | int) else None
        if found is None:
            raise serializers.ValidationError(_("There is no such category."), code="does_not_exist")
        return Category.objects.get(pk=found["pk"])


class CategoryChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=100)
    description = serializers.CharField(required=False, allow_blank=True, max_length=2_000)
    parent_category = ParentField(source="parent")
    parent_id = ParentField(source="parent")  # as answers name it
    status = serializers.ChoiceField(Category.Status.choices, required=False, help_text="A category is only approved.")


class NewCategorySerializer(serializers.Serializer):
    name = serializers.CharField(max_length=100)
    description = serializers.CharField(required=False, allow_blank=True, max_length=2_000)
    parent_category = ParentField(source="parent")
    parent_id = ParentField(source="parent")  # as answers name it


class CategorySerializer(CategoryBriefSerializer):
    """A category with those below it."""

    description = serializers.CharField(allow_blank=True)
    parent_id = serializers.IntegerField(allow_null=True)
    artwork_count = serializers.IntegerField(help_text=f"With those of all categories below it. {OF_ALL}")
    own_artwork_count = serializers.IntegerField(help_text=f"Of this one by itself. {OF_ALL}")
    status = serializers.ChoiceField(
        Category.Status.choices, required=False, help_text="Of a proposal, which its proposer and staff see."
    )
    children = serializers.ListField(child=serializers.DictField(), help_text="Those in it, by name, told alike.")


class WholeCategorySerializer(CategorySerializer):
    path = CategoryBriefSerializer(many=True, help_text="From the root down to it.")


class MediumSerializer(serializers.Serializer):
    name = serializers.CharField(help_text="As it is spelled most often; case and spaces make no other medium.")
    artwork_count = serializers.IntegerField(help_text=OF_ALL)


class CategoriesSerializer(serializers.Serializer):
    categories = CategorySerializer(many=True)
    mediums = MediumSerializer(many=True, help_text="The most used first, at most 200.")


class CategoryDeletedSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    deleted = serializers.BooleanField()
