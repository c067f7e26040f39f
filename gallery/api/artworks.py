"""`artworks`: works, listed, told, and who looked at them. They are changed in `gallery.api.work_changes`."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.access import viewer_of
from gallery.actions.visits import record_visit
from gallery.api.addresses import site
from gallery.api.images import ordered_by
from gallery.api.work_changes import WorkChanges
from gallery.api.work_descriptions import ArtworkSerializer, VisitSerializer, WholeArtworkSerializer
from gallery.api.work_filters import ArtworkFilter
from gallery.api.works import tell_artwork_whole, tell_artworks
from gallery.models import Artwork, Visit


class ArtworkViewSet(WorkChanges, GenericViewSet):
    queryset = Artwork.objects.none()
    serializer_class = WholeArtworkSerializer
    lookup_url_kwarg = "artwork_id"
    lookup_value_converter = "uuid"
    filterset_class = ArtworkFilter
    orderings = {"date": "sort_date", "popularity": "popularity", "price": "price", "title": "sort_title"}
    ordering_default = "-date"

    def get_queryset(self) -> QuerySet[Artwork]:
        return Artwork.objects.visible_to(self.request.user)

    @extend_schema(responses=ArtworkSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The works you may see, the newest first: by when they were published. `popularity` weighs what people did: a look 1,
        a like 5, a share 8, a comment 10."""
        found: QuerySet[Any] = self.filter_queryset(self.get_queryset())
        page = [row["pk"] for row in self.paginate_queryset(found.values("pk", ordered_by(found))) or []]
        return self.get_paginated_response(tell_artworks(page, viewer=request.user, base=site(request)))

    def retrieve(self, request: Request, artwork_id: UUID) -> Response:
        """A work with everything known of it. Counts a view, unless by its artist or again within half an hour."""
        artwork = self.get_queryset().only("owner_id").get(pk=artwork_id)
        if request.method == "GET":
            record_visit(artwork=artwork, viewer=viewer_of(request))
        return Response(tell_artwork_whole(artwork_id, viewer=request.user, base=site(request)))

    @extend_schema(responses=VisitSerializer(many=True), filters=False)
    @action(
        detail=True,
        permission_classes=[IsAuthenticated],
        filterset_class=None,
        orderings={"date": "at"},
        serializer_class=VisitSerializer,
    )
    def history(self, request: Request, artwork_id: UUID) -> Response:
        """Who looked at it, newest first. For its artist."""
        visits = Visit.objects.filter(artwork=self.get_owned(request, artwork_id).pk).select_related("viewer")
        page = self.paginate_queryset(self.filter_queryset(visits)) or []
        return self.get_paginated_response([tell_visit(visit) for visit in page])


def tell_visit(visit: Visit) -> dict[str, Any]:
    return {
        "at": visit.at,
        "action": "view",
        "viewer": visit.viewer.username if visit.viewer else None,
        "referrer": visit.referrer,
    }
