"""What lists of works are filtered by."""

from datetime import date
from uuid import UUID

import django_filters as filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import Exists, OuterRef, QuerySet

from gallery.actions.tags import MOST, fold_tag
from gallery.api.filters import ColorFilter, owned_by
from gallery.category_tree import CategoryTree
from gallery.mediums import spellings
from gallery.models import (
    Artwork,
    ArtworkTag,
    Availability,
    Category,
    Gallery,
    GalleryArtwork,
    Status,
    Tag,
)
from gallery.search.matching import ids_of
from gallery.search.parser import parse
from gallery.search.tree import Color

LARGEST_PRICE = 999_999_999
CODE = RegexValidator(r"\A[A-Za-z]{3}\Z", "Give the code of a currency, such as EUR.")
YESNO = (("true", "true"), ("false", "false"))


class YearFilter(filters.NumberFilter):
    field_class = forms.IntegerField


class ArtworkFilter(filters.FilterSet):
    artist = filters.CharFilter(method="of_artist", help_text="An id, a username, or `me`.")
    gallery = filters.UUIDFilter(method="in_gallery")
    category = filters.CharFilter(method="in_category", max_length=120, help_text="An id or a slug; with all below it.")
    medium = filters.CharFilter(method="of_medium", max_length=100, help_text="Whatever the case.")
    min_price = filters.NumberFilter(field_name="price", lookup_expr="gte", min_value=0, max_value=LARGEST_PRICE)
    max_price = filters.NumberFilter(field_name="price", lookup_expr="lte", min_value=0, max_value=LARGEST_PRICE)
    currency = filters.CharFilter(method="in_currency", validators=[CODE], help_text="ISO 4217.")
    availability_status = filters.ChoiceFilter(choices=Availability.choices)
    status = filters.ChoiceFilter(choices=Status.choices, help_text="Others' works are published, all that are told.")
    tags = filters.CharFilter(method="with_tags", help_text="All of them, comma-separated.")
    color = ColorFilter(method="of_color", help_text="A name, or a hex value, which finds what is near.")
    search = filters.CharFilter(method="with_words", max_length=500)
    is_mature = filters.TypedChoiceFilter(choices=YESNO, coerce="true".__eq__)
    year_from = YearFilter(method="made_from", min_value=1, max_value=9999, help_text="Made then or later.")
    year_to = YearFilter(method="made_to", min_value=1, max_value=9999, help_text="Made then or before.")

    class Meta:
        model = Artwork
        fields: list[str] = []

    def of_artist(self, works: QuerySet, name: str, value: str) -> QuerySet:
        return owned_by(value, works, self.request.user)

    def in_gallery(self, works: QuerySet, name: str, value: UUID) -> QuerySet:
        rooms = Gallery.objects.reachable_by(self.request.user).filter(pk=value)
        return works.filter(pk__in=GalleryArtwork.objects.filter(gallery__in=rooms.values("pk")).values("artwork"))

    def in_category(self, works: QuerySet, name: str, value: str) -> QuerySet:
        tree = CategoryTree(Category.objects.visible_to(self.request.user))
        top = tree.find(value)
        return works.filter(
            category__in=[top["pk"], *(row["pk"] for row, _depth in tree.walk(top["pk"]))] if top else []
        )

    def of_medium(self, works: QuerySet, name: str, value: str) -> QuerySet:
        return works.filter(medium__in=spellings(value))

    def in_currency(self, works: QuerySet, name: str, value: str) -> QuerySet:
        return works.filter(currency=value.upper())

    def with_tags(self, works: QuerySet, name: str, value: str) -> QuerySet:
        wanted = dict.fromkeys(filter(None, map(fold_tag, value.split(","))))
        if not wanted:
            return works
        found = list(Tag.objects.filter(name__in=wanted).order_by("public_count").values_list("pk", flat=True))
        if len(found) < len(wanted) or len(wanted) > MOST:
            return works.none()  # no work has so many
        works = works.filter(artwork_tags__tag=found[0])
        for tag_id in found[1:]:
            works = works.filter(Exists(ArtworkTag.objects.filter(artwork=OuterRef("pk"), tag=tag_id)))
        return works

    def of_color(self, works: QuerySet, name: str, value: Color) -> QuerySet:
        """Of the main picture."""
        return works.filter(pk__in=ids_of("artwork", value))

    def with_words(self, works: QuerySet, name: str, value: str) -> QuerySet:
        """Read as `search` reads a query."""
        query = parse(value)
        return works.none() if query.says_nothing else works.filter(pk__in=ids_of("artwork", query.tree))

    def made_from(self, works: QuerySet, name: str, value: int) -> QuerySet:
        return works.filter(creation_date__gte=date(value, 1, 1))

    def made_to(self, works: QuerySet, name: str, value: int) -> QuerySet:
        return works.filter(creation_date__lte=date(value, 12, 31))
