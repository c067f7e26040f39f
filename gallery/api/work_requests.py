"""What the routes of works take in their bodies."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError as Unfit
from rest_framework import serializers
from rest_framework.fields import SkipField

from gallery.actions.tags import fold_tags
from gallery.actions.work_facts import judge_facts
from gallery.api.requests import TagsField
from gallery.api.work_fields import (
    CategoryField,
    ClearableDecimalField,
    ClearableTimeField,
    CreationDateField,
    CurrencyField,
    OwnGalleryField,
    OwnImagesField,
    SentBooleanField,
)
from gallery.models import Artwork, Availability, Status

NO_FACTS = frozenset({"tags", "gallery", "image_id", "image_ids"})


class SideField(ClearableDecimalField):
    """Centimetres, two decimals."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=8, decimal_places=2, required=False, allow_null=True, **options)


class WorkFactsSerializer(serializers.Serializer):
    """What is said of a work. All that is wrong with it is told at once: of each field, and of what they say together."""

    title = serializers.CharField(required=False, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    alt_text = serializers.CharField(required=False, allow_blank=True, max_length=1_000)
    medium = serializers.CharField(required=False, allow_blank=True, max_length=100)
    dimensions = serializers.CharField(required=False, allow_blank=True, max_length=200)
    width_cm = SideField()
    height_cm = SideField()
    depth_cm = SideField()
    creation_date = CreationDateField(help_text="2024, 2024-05 or 2024-05-17; not in the future.")
    price = ClearableDecimalField(
        max_digits=None,
        decimal_places=None,
        required=False,
        allow_null=True,
        min_value=Decimal(0),
        help_text="Needs a currency, and has no more decimals than that.",
    )
    currency = CurrencyField(help_text="ISO 4217.")
    availability_status = serializers.ChoiceField(Availability.choices, required=False)
    category = CategoryField(help_text="Id or slug.")
    tags = TagsField()
    gallery_id = OwnGalleryField(source="gallery", help_text="A gallery of yours, where it hangs last.")
    license = serializers.CharField(required=False, allow_blank=True, max_length=200)
    is_mature = SentBooleanField(required=False)
    comments_open = SentBooleanField(required=False, help_text="Whether others may comment from now on.")
    status = serializers.ChoiceField(Status.choices, required=False)
    published_at = ClearableTimeField(
        required=False, allow_null=True, help_text="To come for `scheduled`, past for `published`."
    )

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            return super().to_internal_value(data)  # raises
        said: dict[str, Any] = {}
        wrong: dict[str, Any] = {}
        for field in self._writable_fields:
            try:
                self.set_value(said, field.source_attrs, field.run_validation(field.get_value(data)))
            except serializers.ValidationError as error:
                wrong[str(field.field_name)] = error.detail
            except SkipField:
                pass
        for judge in (self.judge_tags, self.judge):
            try:
                judge(said)
            except Unfit as unfit:
                wrong = {**serializers.as_serializer_error(unfit), **wrong}
        if wrong:
            raise serializers.ValidationError(wrong)
        return said

    def judge_tags(self, said: dict[str, Any]) -> None:
        """Folds the tags. Raises ValidationError."""
        if "tags" in said:
            said["tags"] = fold_tags(said["tags"])

    def judge(self, said: dict[str, Any]) -> None:
        """Raises ValidationError where what was said cannot stand together, or beside what was said before."""
        judge_facts(self.context.get("artwork") or Artwork(), facts_of(said))


def facts_of(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in NO_FACTS}


class WorkChangeSerializer(WorkFactsSerializer):
    """A work, its pictures among it: those of the library by id, then those that come as files."""

    image_id = OwnImagesField(required=False, help_text="Pictures of your library, in their order.")
    image_ids = OwnImagesField(required=False, help_text="The same.")

    def pictures(self) -> list[Any]:
        """The ids that were sent, each once."""
        said = self.validated_data
        return list(dict.fromkeys([*said.get("image_id", []), *said.get("image_ids", [])]))


class NewWorkSerializer(WorkChangeSerializer):
    title = serializers.CharField(max_length=200)


class WorkChangeFormSerializer(WorkChangeSerializer):
    """The multipart body, for the description; the files themselves are streamed past the serializer."""

    image_file = serializers.ListField(child=serializers.FileField(), required=False)


class NewWorkFormSerializer(NewWorkSerializer):
    """The multipart body, for the description; the files themselves are streamed past the serializer."""

    image_file = serializers.ListField(
        child=serializers.FileField(), required=False, help_text="The views of the work, the main one first."
    )
