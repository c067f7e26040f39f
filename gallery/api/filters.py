"""What lists of pictures and files are filtered by."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from accounts.models import Visibility
from gallery.actions.tags import MOST, fold_tag
from gallery.imaging.palette import NAMES as COLOR_NAMES
from gallery.imaging.palette import color_name, from_hex
from gallery.models import File, Image, ImageTag, Kind


class MomentField(forms.Field):
    """A time (RFC 3339) or a date; a date means its first moment or, `at_end`, its last, in UTC."""

    def __init__(self, *, at_end: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.at_end = at_end

    def to_python(self, value: Any) -> datetime | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            moment = self.in_utc(text) if len(text) > 10 else self.of_day(parse_date(text))
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            raise ValidationError(
                _("Give a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z."), code="invalid"
            )
        return moment

    def in_utc(self, text: str) -> datetime | None:
        """A time as the database takes it; raises OverflowError where its zone moves it out of the calendar."""
        moment = parse_datetime(text.replace(" ", "+"))
        return moment and (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC))

    def of_day(self, day: date | None) -> datetime | None:
        if day is None:
            return None
        start = datetime.combine(day, time(), UTC)
        return start + timedelta(days=1, microseconds=-1) if self.at_end else start


class MomentFilter(filters.Filter):
    field_class = MomentField


class ColorField(forms.Field):
    """The name of a colour, or a hex value, which stands for the name nearest to it."""

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip().lower()
        if not text or text in COLOR_NAMES:
            return text
        try:
            return color_name(from_hex(text if text.startswith("#") else f"#{text}"))
        except ValueError:
            raise ValidationError(_("Give the name of a colour, or a value such as #336699."), code="invalid") from None


class ColorFilter(filters.Filter):
    field_class = ColorField


class ImageFilter(filters.FilterSet):
    user = filters.CharFilter(method="of_user", help_text="An id, a username, or `me`.")
    album = filters.UUIDFilter(method="in_album")
    tags = filters.CharFilter(method="with_tags", help_text="All of them, comma-separated.")
    date_from = MomentFilter(field_name="uploaded_at", lookup_expr="gte")
    date_to = MomentFilter(field_name="uploaded_at", lookup_expr="lte", at_end=True)
    taken_from = MomentFilter(field_name="date_taken", lookup_expr="gte")
    taken_to = MomentFilter(field_name="date_taken", lookup_expr="lte", at_end=True)
    camera = filters.CharFilter(method="by_camera", max_length=200)
    color = ColorFilter(method="of_color")
    mime_type = filters.CharFilter(field_name="mime_type")
    min_width = filters.NumberFilter(field_name="width", lookup_expr="gte", min_value=0, max_value=2**31 - 1)
    visibility = filters.ChoiceFilter(choices=Visibility.choices)
    search = filters.CharFilter(method="with_words", max_length=500)

    class Meta:
        model = Image
        fields: list[str] = []

    def of_user(self, images: QuerySet, name: str, value: str) -> QuerySet:
        if value == "me":
            viewer = self.request.user
            return images.filter(owner=viewer) if viewer.is_authenticated else images.none()
        try:
            return images.filter(owner_id=UUID(value))
        except ValueError:
            return images.filter(owner__username__iexact=value)

    def in_album(self, images: QuerySet, name: str, value: UUID) -> QuerySet:
        """There are no albums yet: each id names an absent one."""
        return images.none()

    def with_tags(self, images: QuerySet, name: str, value: str) -> QuerySet:
        wanted = dict.fromkeys(filter(None, map(fold_tag, value.split(","))))
        if len(wanted) > MOST:
            return images.none()  # no picture has so many
        for tag in wanted:
            # Not by joins, of which SQLite takes 64 tables.
            images = images.filter(pk__in=ImageTag.objects.filter(tag__name=tag).values("image"))
        return images

    def by_camera(self, images: QuerySet, name: str, value: str) -> QuerySet:
        for word in dict.fromkeys(value.split()):
            images = images.filter(Q(camera_make__icontains=word) | Q(camera_model__icontains=word))
        return images

    def of_color(self, images: QuerySet, name: str, value: str) -> QuerySet:
        return images.alias(palette=Cast("colors", TextField())).filter(palette__contains=f'"name": "{value}"')

    def with_words(self, images: QuerySet, name: str, value: str) -> QuerySet:
        for word in dict.fromkeys(value.split()):
            in_text = Q(title__icontains=word) | Q(description__icontains=word) | Q(original_filename__icontains=word)
            images = images.filter(
                in_text | Q(pk__in=Image.tags.through.objects.filter(tag__name__icontains=word).values("image"))
            )
        return images


class FileFilter(filters.FilterSet):
    search = filters.CharFilter(method="with_words", max_length=500)
    mime_type = filters.CharFilter(field_name="mime_type")
    kind = filters.ChoiceFilter(choices=Kind.choices)

    class Meta:
        model = File
        fields: list[str] = []

    def with_words(self, files: QuerySet, name: str, value: str) -> QuerySet:
        for word in dict.fromkeys(value.split()):
            files = files.filter(name__icontains=word)
        return files
