"""What a list of galleries is filtered by."""

import django_filters as filters
from django.db.models import QuerySet

from gallery.api.filters import owned_by, told_by
from gallery.models import Gallery, GalleryVisibility


class GalleryFilter(filters.FilterSet):
    artist = filters.CharFilter(method="of_artist", help_text="An id, a username, or `me`.")
    visibility = filters.ChoiceFilter(choices=GalleryVisibility.choices)
    search = filters.CharFilter(method="with_words", max_length=500)

    class Meta:
        model = Gallery
        fields: list[str] = []

    def of_artist(self, galleries: QuerySet, name: str, value: str) -> QuerySet:
        return owned_by(value, galleries, self.request.user)

    def with_words(self, galleries: QuerySet, name: str, value: str) -> QuerySet:
        return told_by(value, galleries, kind="gallery")
