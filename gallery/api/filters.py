"""What lists of pictures and files are filtered by."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from accounts.models import Visibility
from gallery.actions.tags import MOST, fold_tag
from gallery.models import Album, AlbumImage, File, Image, ImageTag, Kind, Privacy, SearchEntry, Tag
from gallery.search.fields import read_color
from gallery.search.matching import ids_of
from gallery.search.parser import parse
from gallery.search.tree import Color


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
    """The name of a colour, or a hex value, which finds what is near."""

    def to_python(self, value: Any) -> Color | None:
        text = str(value or "").strip()
        color = read_color(text)
        if text and color is None:
            raise ValidationError(_("Give the name of a colour, or a value such as #336699."), code="invalid")
        return color


class ColorFilter(filters.Filter):
    field_class = ColorField


def owned_by(name: str, things: QuerySet, viewer: Any) -> QuerySet:
    """Those of a person, named by id, by username, or as `me`."""
    if name == "me":
        return things.filter(owner=viewer) if viewer.is_authenticated else things.none()
    try:
        return things.filter(owner_id=UUID(name))
    except ValueError:
        return things.filter(owner__username__iexact=name)


def told_by(words: str, things: QuerySet, *, kind: str) -> QuerySet:
    """Those whose name or description holds each of these, be it a part of a word, and what `search` finds of that kind, which
    knows accents and, on SQLite, alone tells that É is é."""
    parts, query = things.model.objects.all(), parse(words)
    for word in dict.fromkeys(words.split()):
        parts = parts.filter(Q(name__icontains=word) | Q(description__icontains=word))
    found = SearchEntry.objects.none() if query.says_nothing else ids_of(kind, query.tree)
    return things.filter(pk__in=parts.values("pk").union(found.values("object_id")))


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
        return owned_by(value, images, self.request.user)

    def in_album(self, images: QuerySet, name: str, value: UUID) -> QuerySet:
        album = Album.objects.visible_to(self.request.user).filter(pk=value)
        return images.filter(pk__in=AlbumImage.objects.filter(album__in=album.values("pk")).values("image"))

    def with_tags(self, images: QuerySet, name: str, value: str) -> QuerySet:
        wanted = dict.fromkeys(filter(None, map(fold_tag, value.split(","))))
        if not wanted:
            return images
        found = list(Tag.objects.filter(name__in=wanted).order_by("public_count").values_list("pk", flat=True))
        if len(found) < len(wanted) or len(wanted) > MOST:
            return images.none()  # no picture has so many
        # Joined with the rarest of them, whose dates are an index's; SQLite would collect and sort all that `IN` names.
        images = images.filter(image_tags__tag=found[0]).annotate(tagged_at=F("image_tags__uploaded_at"))
        for tag_id in found[1:]:
            images = images.filter(Exists(ImageTag.objects.filter(image=OuterRef("pk"), tag=tag_id)))
        return images

    def by_camera(self, images: QuerySet, name: str, value: str) -> QuerySet:
        for word in dict.fromkeys(value.split()):
            images = images.filter(Q(camera_make__icontains=word) | Q(camera_model__icontains=word))
        return images

    def of_color(self, images: QuerySet, name: str, value: Color) -> QuerySet:
        return images.filter(pk__in=ids_of("image", value))

    def with_words(self, images: QuerySet, name: str, value: str) -> QuerySet:
        """Read as `search` reads a query."""
        query = parse(value)
        return images.none() if query.says_nothing else images.filter(pk__in=ids_of("image", query.tree))


class ParentField(forms.UUIDField):
    """An id, or `root`."""

    def to_python(self, value: Any) -> Any:
        return value if value == "root" else super().to_python(value)


class ParentFilter(filters.Filter):
    field_class = ParentField


class AlbumFilter(filters.FilterSet):
    user = filters.CharFilter(method="of_user", help_text="An id, a username, or `me`.")
    privacy_setting = filters.ChoiceFilter(choices=Privacy.choices)
    parent = ParentFilter(method="within", help_text="An id, or `root`.")
    search = filters.CharFilter(method="with_words", max_length=500)

    class Meta:
        model = Album
        fields: list[str] = []

    def of_user(self, albums: QuerySet, name: str, value: str) -> QuerySet:
        return owned_by(value, albums, self.request.user)

    def within(self, albums: QuerySet, name: str, value: UUID | str) -> QuerySet:
        """At the root is, too, what lies in an album that the viewer may not see: it is told without a parent."""
        seen = Album.objects.visible_to(self.request.user).values("pk")
        if value == "root":
            return albums.filter(Q(parent__isnull=True) | ~Q(parent__in=seen))
        return albums.filter(parent=value, parent__in=seen)

    def with_words(self, albums: QuerySet, name: str, value: str) -> QuerySet:
        return told_by(value, albums, kind="album")


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
