"""`galleries/<id>/artworks`: what hangs in a gallery, and in which order."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.actions.gallery_works import order_artworks, place_artwork, take_down
from gallery.api.addresses import site
from gallery.api.galleries import owned_gallery, reachable_gallery, tell
from gallery.api.gallery_descriptions import (
    ArtworkOrderAnswerSerializer,
    ArtworkTakenDownSerializer,
    GallerySerializer,
)
from gallery.api.gallery_requests import ArtworkOrderSerializer, HangingSerializer
from gallery.api.rooms import hanging_in
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.api.works import tell_artworks
from gallery.models import GalleryArtwork


class GalleryArtworksView(GenericAPIView):
    """What hangs in a gallery."""

    queryset = GalleryArtwork.objects.none()
    serializer_class = ArtworkSerializer
    filterset_class = None
    orderings = {"position": "position"}

    @extend_schema(operation_id="galleries_artworks_list", responses=ArtworkSerializer(many=True), filters=False)
    def get(self, request: Request, gallery_id: UUID) -> Response:
        """The works in a gallery that you may see, in its order."""
        inside = hanging_in(reachable_gallery(request, gallery_id), request.user)
        rows = self.filter_queryset(inside.values("pk", "position", "artwork_id"))
        page = [row["artwork_id"] for row in self.paginate_queryset(rows) or []]
        return self.get_paginated_response(tell_artworks(page, viewer=request.user, base=site(request)))

    @extend_schema(request=HangingSerializer, responses=GallerySerializer)
    def post(self, request: Request, gallery_id: UUID) -> Response:
        """Hang a work of yours at a position; the others move, and one that hangs there already does."""
        gallery = owned_gallery(request, gallery_id)
        serializer = HangingSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        place_artwork(gallery=gallery, by=request.user, **serializer.validated_data)
        return tell(request, gallery_id)


class GalleryOrderView(APIView):
    """The order of a gallery."""

    @extend_schema(request=ArtworkOrderSerializer, responses=ArtworkOrderAnswerSerializer)
    def put(self, request: Request, gallery_id: UUID) -> Response:
        """Give a gallery's works an order: all of them, each once."""
        gallery = owned_gallery(request, gallery_id)
        serializer = ArtworkOrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        artwork_ids = serializer.validated_data["artwork_ids"]
        order_artworks(gallery=gallery, by=request.user, artwork_ids=artwork_ids)
        return Response({"id": gallery_id, "artwork_ids": artwork_ids})


class GalleryArtworkView(APIView):
    """One work in a gallery."""

    @extend_schema(responses={200: ArtworkTakenDownSerializer})
    def delete(self, request: Request, gallery_id: UUID, artwork_id: UUID) -> Response:
        """Take a work out of a gallery. The work itself stays."""
        take_down(gallery=owned_gallery(request, gallery_id), by=request.user, artwork_id=artwork_id)
        return Response({"id": artwork_id, "deleted": True, "gallery_id": gallery_id})
