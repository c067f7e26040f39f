"""What the list of artists is filtered by.

What is searched in are the words of the index, which knows accents and the case of every letter, and the columns themselves,
which hold parts of words.
"""

import json
from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from accounts.models import Artist
from gallery.models import SearchEntry
from gallery.search.folding import BAR, fold
from gallery.search.matching import ids_of
from gallery.search.parser import parse

TEXTS = ("artist_name", "user__username", "bio", "location")
LONGEST = 200


class ArtistFilter(filters.FilterSet):
    search = filters.CharFilter(
        method="with_words", max_length=500, help_text="In name, username, bio, specialties and location."
    )
    location = filters.CharFilter(method="at", max_length=LONGEST, help_text="A part of it, whatever the case.")
    specialty = filters.CharFilter(method="working_in", max_length=LONGEST, help_text="One of them, whatever the case.")

    class Meta:
        model = Artist
        fields: list[str] = []

    def with_words(self, artists: QuerySet, name: str, value: str) -> QuerySet:
        """Those that hold each of these, be it a part of a word, and what `search` finds."""
        parts, query = Artist.objects.all(), parse(value)
        for word in dict.fromkeys(value.split()):
            parts = parts.filter(in_texts(word))
        found = SearchEntry.objects.none() if query.says_nothing else ids_of("artist", query.tree)
        return artists.filter(pk__in=parts.values("pk").union(found.values("object_id")))

    def at(self, artists: QuerySet, name: str, value: str) -> QuerySet:
        part, folded = Q(location__icontains=value), fold(value)
        # Signs alone fold to nothing, which every place holds.
        return artists.filter(part | indexed(location__contains=folded) if folded else part)

    def working_in(self, artists: QuerySet, name: str, value: str) -> QuerySet:
        # In the index every specialty stands between two bars.
        whole = indexed(tags__contains=f"{BAR} {fold(value)} {BAR}")
        return artists.filter(in_list(json.dumps(value), json.dumps(value, ensure_ascii=False)) | whole)


def in_texts(word: str) -> Q:
    """That any text of an artist holds this, be it a part of a word."""
    found = in_list(json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1])
    for column in TEXTS:
        found |= Q(**{f"{column}__icontains": word})
    return found


def in_list(*written: str) -> Q:
    """That the specialties hold this as JSON writes it: SQLite keeps them in ASCII, PostgreSQL in letters."""
    found = Q()
    for text in written:
        found |= Q(specialties__icontains=text)
    return found


def indexed(**condition: Any) -> Q:
    """That what the index says of an artist meets a condition."""
    entries = SearchEntry.objects.filter(kind="artist", **condition)
    return Q(pk__in=entries.values("object_id"))
