"""`search`: over everything the viewer may see."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from gallery.api.addresses import site
from gallery.api.pictures import Row
from gallery.api.search_query import SearchQuerySerializer, Wanted
from gallery.api.search_telling import teller, texts_of
from gallery.models import SearchEntry
from gallery.search.facets import facets
from gallery.search.finding import Hit, find
from gallery.search.highlights import highlight
from gallery.search.tree import Node


class ResultSerializer(serializers.Serializer):
    type = serializers.CharField()
    score = serializers.FloatField(
        help_text="0 to 1: the mean of what each word or phrase of the query is worth where it stands. In the title 8 to 12 "
        "twelfths, the more the nearer it comes to being the whole of it; among the tags 3; in the first 1,000 characters of the "
        "description, the artist's name, medium, camera or location 1; left out, nothing. 0 where no words are searched for."
    )
    highlight = serializers.CharField(
        allow_blank=True,
        help_text="Safe HTML: of title or name, tags or specialties, description and what else is told of it the first that "
        "answers, its words in `<mark>`.",
    )
    item = serializers.DictField(help_text="As told in the lists of its type.")


class FacetsSerializer(serializers.Serializer):
    """Of each name how many hits; of mediums and tags the 50 most frequent."""

    type = serializers.DictField(child=serializers.IntegerField())
    medium = serializers.DictField(
        child=serializers.IntegerField(), help_text="Of artworks; whatever the case, under the most frequent spelling."
    )
    tag = serializers.DictField(child=serializers.IntegerField(), help_text="Of pictures and artworks together.")


class WarningSerializer(serializers.Serializer):
    position = serializers.IntegerField(help_text="Characters from the beginning of the query.")
    detail = serializers.CharField()


class ReadSerializer(serializers.Serializer):
    parsed_as = serializers.CharField(allow_blank=True, help_text="The query as it was read.")
    warnings = WarningSerializer(many=True)


@extend_schema_serializer(many=False)
class SearchAnswerSerializer(serializers.Serializer):
    """A page of what was found. Order, count and facets are told of the newest 1,000 hits."""

    count = serializers.IntegerField()
    count_is_exact = serializers.BooleanField(help_text="False where there are more than 1,000.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ResultSerializer(many=True)
    facets = FacetsSerializer()
    query = ReadSerializer()


PAGES = [OpenApiParameter("page", int), OpenApiParameter("page_size", int)]


class SearchView(GenericAPIView):
    """Everything that can be found."""

    queryset = SearchEntry.objects.none()
    serializer_class = SearchAnswerSerializer
    filter_backends = []

    @extend_schema(parameters=[SearchQuerySerializer, *PAGES], responses=SearchAnswerSerializer)
    def get(self, request: Request) -> Response:
        """What you may see and is asked for, best first; without a query the newest. A query is never refused for its syntax."""
        given = SearchQuerySerializer(data={name: value for name, value in request.query_params.items() if value})
        given.is_valid(raise_exception=True)
        wanted = Wanted(given.validated_data, request.user)
        found = find(wanted.search)
        page = self.paginate_queryset(found.hits) or []
        answer = self.get_paginated_response(
            tell_hits(page, wanted.query.tree, viewer=request.user, base=site(request))
        )
        warnings = [{"position": each.position, "detail": each.detail} for each in wanted.query.warnings]
        answer.data["count_is_exact"] = found.is_exact
        answer.data["facets"] = facets(found.hits)
        answer.data["query"] = {"parsed_as": wanted.query.parsed_as, "warnings": warnings}
        return answer


def tell_hits(hits: Sequence[Hit], tree: Node, *, viewer: Any, base: str) -> list[Row]:
    """These hits in this order, those left out that went meanwhile. As many queries as the lists of the types among them."""
    of_kind: dict[str, list[UUID]] = defaultdict(list)
    for hit in hits:
        of_kind[hit.kind].append(hit.object_id)
    items = {
        (kind, item["id"]): item
        for kind, ids in of_kind.items()
        for item in teller(kind)(ids, viewer=viewer, base=base)
    }
    return [
        {
            "type": hit.kind,
            "score": round(hit.score, 4),
            "highlight": highlight(texts_of(hit.kind, item), tree),
            "item": item,
        }
        for hit in hits
        if (item := items.get((hit.kind, hit.object_id)))
    ]
