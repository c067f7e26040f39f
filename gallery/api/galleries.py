"""`galleries`: rooms that an artist hangs works in."""

from typing import Any
from uuid import UUID

from django.db.models import Case, F, QuerySet, When
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.access import viewer_of
from gallery.actions.galleries import change_gallery, create_gallery, delete_gallery
from gallery.actions.visits import record_visit
from gallery.api.addresses import site
from gallery.api.descriptions import DeletedSerializer
from gallery.api.gallery_descriptions import GallerySerializer, WholeGallerySerializer
from gallery.api.gallery_filters import GalleryFilter
from gallery.api.gallery_requests import GalleryChangeSerializer, NewGallerySerializer
from gallery.api.rooms import tell_galleries, tell_gallery_whole
from gallery.models import Gallery
from gallery.permissions import can_change_gallery


def reachable_gallery(request: Request, gallery_id: UUID) -> Gallery:
    """The gallery of a path. Raises Gallery.DoesNotExist for what does not open to them."""
    gallery: Gallery = Gallery.objects.reachable_by(request.user).get(pk=gallery_id)
    return gallery


def owned_gallery(request: Request, gallery_id: UUID) -> Gallery:
    """The gallery of a path, for its artist. Raises Gallery.DoesNotExist for what does not open to them, PermissionDenied for
    others'."""
    gallery = reachable_gallery(request, gallery_id)
    if not can_change_gallery(request.user, gallery):
        raise PermissionDenied
    return gallery


def tell(request: Request, gallery_id: UUID, status: int = 200) -> Response:
    """One gallery, as a change is answered. Raises Gallery.DoesNotExist where it went meanwhile."""
    told = tell_galleries([gallery_id], viewer=request.user, base=site(request))
    if not told:
        raise Gallery.DoesNotExist
    return Response(told[0], status=status)


class GalleryViewSet(GenericViewSet):
    queryset = Gallery.objects.none()
    serializer_class = WholeGallerySerializer
    lookup_url_kwarg = "gallery_id"
    lookup_value_converter = "uuid"
    filterset_class = GalleryFilter
    orderings = {"date": "created_at", "name": "sort_name", "artworks": "seen_count"}
    ordering_default = "-date"

    def get_queryset(self) -> QuerySet[Gallery]:
        """With `seen_count`: of how many works in it the viewer is told."""
        viewer, number = self.request.user, F("public_artwork_count")
        seen = Case(When(owner=viewer, then=F("artwork_count")), default=number) if viewer.is_authenticated else number
        found: QuerySet[Gallery] = Gallery.objects.visible_to(viewer).annotate(seen_count=seen)
        return found

    @extend_schema(responses=GallerySerializer(many=True))
    def list(self, request: Request) -> Response:
        """The galleries you may see. Unlisted ones are listed to their artist alone."""
        found: QuerySet[Any] = self.filter_queryset(self.get_queryset())
        columns = ("pk", *self.orderings.values())
        page = [row["pk"] for row in self.paginate_queryset(found.values(*columns)) or []]
        return self.get_paginated_response(tell_galleries(page, viewer=request.user, base=site(request)))

    @extend_schema(request=NewGallerySerializer, responses={201: GallerySerializer})
    def create(self, request: Request) -> Response:
        """Make a gallery. A name may be used twice; its slug is numbered then."""
        serializer = NewGallerySerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return tell(request, create_gallery(by=request.user, **serializer.validated_data).pk, status.HTTP_201_CREATED)

    def retrieve(self, request: Request, gallery_id: UUID) -> Response:
        """A gallery with the first page of the works in it that you may see. Counts a view, unless by its artist or again within
        half an hour."""
        gallery = reachable_gallery(request, gallery_id)
        if request.method == "GET":
            record_visit(gallery=gallery, viewer=viewer_of(request))
        return Response(tell_gallery_whole(gallery, viewer=request.user, base=site(request)))

    @extend_schema(request=GalleryChangeSerializer, responses=GallerySerializer)
    def update(self, request: Request, gallery_id: UUID) -> Response:
        """Change what is sent and nothing else. The slug stays when the name changes."""
        gallery = owned_gallery(request, gallery_id)
        serializer = GalleryChangeSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        change_gallery(gallery=gallery, by=request.user, **serializer.validated_data)
        return tell(request, gallery_id)

    @extend_schema(request=GalleryChangeSerializer, responses=GallerySerializer)
    def partial_update(self, request: Request, gallery_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, gallery_id)

    @extend_schema(responses={200: DeletedSerializer})
    def destroy(self, request: Request, gallery_id: UUID) -> Response:
        """Delete a gallery. The works in it stay."""
        delete_gallery(gallery=owned_gallery(request, gallery_id), by=request.user)
        return Response({"id": gallery_id, "deleted": True})
