"""Fields that the routes of works take."""

import re
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from gallery.api.batch import EachOnceField
from gallery.models import Category, Gallery, Image, Precision

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class Clearable:
    """An empty text is as good as null: a form knows no other."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)  # type: ignore[misc]  # the field's own


class ClearableDecimalField(Clearable, serializers.DecimalField):
    pass


class ClearableTimeField(Clearable, serializers.DateTimeField):
    pass


class SentBooleanField(serializers.BooleanField):
    """A form that leaves it out says nothing of it; other such fields would take that for no."""

    default_empty_html = serializers.empty


class CurrencyField(serializers.CharField):
    """A code of ISO 4217, in whatever case; empty or null for none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_blank=True, allow_null=True, max_length=20, **options)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation("" if data is None else data)


@extend_schema_field({"type": "string", "nullable": True, "pattern": r"^(\d{4}(-\d\d(-\d\d)?)?)?$"})
class CreationDateField(Clearable, serializers.Field):
    """As much of a date as is known: 2024, 2024-05 or 2024-05-17 become its first day and how much that is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, source="*", write_only=True, **options)

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if data is None:
            return {"creation_date": None, "creation_precision": Precision.DAY}
        is_text = isinstance(data, str | int) and not isinstance(data, bool)
        found = DATE.fullmatch(str(data).strip()) if is_text else None
        if found is None:
            raise serializers.ValidationError(_("Write it as 2024, 2024-05 or 2024-05-17."), code="invalid")
        year, month, day = found.groups()
        try:
            first = date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise serializers.ValidationError(_("There is no such day."), code="invalid") from None
        return {"creation_date": first, "creation_precision": precision_of(month, day)}


def precision_of(month: str | None, day: str | None) -> Precision:
    return Precision.DAY if day else Precision.MONTH if month else Precision.YEAR


@extend_schema_field({"oneOf": [{"type": "integer"}, {"type": "string"}], "nullable": True})
class CategoryField(Clearable, serializers.Field):
    """A category that staff approved, by id or slug."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, **options)

    def to_internal_value(self, data: Any) -> Category:
        if isinstance(data, bool) or not isinstance(data, str | int):
            raise serializers.ValidationError(_("Name it by its id or slug."), code="invalid")
        named = str(data).strip()
        if "\0" in named:
            raise no_such(_("There is no such category."))
        is_id = named.isascii() and named.isdigit() and len(named) <= 18
        by_id = Q(pk=int(named)) if is_id else Q(pk__in=[])
        found = {str(each.pk): each for each in Category.objects.approved().filter(by_id | Q(slug=named))}
        if not found:
            raise no_such(_("There is no such category."))
        return found.get(str(int(named)) if is_id else "") or next(iter(found.values()))


def no_such(detail: str) -> serializers.ValidationError:
    return serializers.ValidationError(detail, code="does_not_exist")


class OwnGalleryField(Clearable, serializers.PrimaryKeyRelatedField):
    """One of the sender's own galleries, by id; anything else is a 400 on the field. Null and an empty text are none."""

    default_error_messages = {"does_not_exist": gettext_lazy("There is no such gallery of yours.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, required=False, **options)

    def get_queryset(self) -> QuerySet[Gallery]:
        sender = self.context["request"].user
        return Gallery.objects.filter(owner=sender) if sender.is_authenticated else Gallery.objects.none()


class OwnImagesField(EachOnceField):
    """The sender's own pictures, by id; anything else is a 400 on the field. Of an HTML form, the field repeated."""

    def to_internal_value(self, data: Any) -> list[Any]:
        ids = super().to_internal_value([data] if isinstance(data, str) else data)
        if Image.objects.filter(pk__in=ids, owner=self.context["request"].user).count() < len(ids):
            raise no_such(_("There is no such picture of yours."))
        return ids
