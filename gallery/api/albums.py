"""`albums`: pictures in an order of their owner's."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.albums import change_album, create_album, delete_album
from gallery.actions.shares import record_visit
from gallery.api.addresses import site
from gallery.api.bytes import choice
from gallery.api.collections import tell_album_whole, tell_albums
from gallery.api.descriptions import AlbumDeletedSerializer, AlbumSerializer, WholeAlbumSerializer
from gallery.api.filters import AlbumFilter
from gallery.api.requests import AlbumChangeSerializer
from gallery.api.requests import AlbumSerializer as AlbumRequestSerializer
from gallery.links import opened_links
from gallery.models import Album
from gallery.permissions import can_change_album

IMAGES = OpenApiParameter("images", enum=["keep", "delete"], default="keep")


def reachable_albums(request: Request) -> QuerySet[Album]:
    """Those that may be asked for by address: what the viewer sees, and what their session's links open."""
    return Album.objects.reachable_by(request.user, opened_links(request))


def owned_album(request: Request, album_id: UUID) -> Album:
    """The album of a path, for its owner. Raises Album.DoesNotExist for what is unseen, PermissionDenied for others'."""
    album = reachable_albums(request).get(pk=album_id)
    if not can_change_album(request.user, album):
        raise PermissionDenied
    return album


class AlbumViewSet(GenericViewSet):
    queryset = Album.objects.none()
    serializer_class = WholeAlbumSerializer
    lookup_url_kwarg = "album_id"
    lookup_value_converter = "uuid"
    filterset_class = AlbumFilter
    orderings = {"date": "created_at", "name": "sort_name", "images": "image_count"}
    ordering_default = "-date"

    def get_queryset(self) -> QuerySet[Album]:
        return Album.objects.visible_to(self.request.user).annotate(sort_name=Lower("name"))

    def tell(self, album_id: UUID, status: int = 200) -> Response:
        viewer, among = self.request.user, reachable_albums(self.request)
        told = tell_albums([album_id], among=among, viewer=viewer, base=site(self.request))
        return Response(told[0], status=status)

    @extend_schema(responses=AlbumSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The albums you may see."""
        found: QuerySet[Any] = self.filter_queryset(self.get_queryset())
        columns = ("pk", "created_at", "sort_name", "image_count")
        page = [row["pk"] for row in self.paginate_queryset(found.values(*columns)) or []]
        seen = Album.objects.visible_to(request.user)
        return self.get_paginated_response(tell_albums(page, among=seen, viewer=request.user, base=site(request)))

    @extend_schema(request=AlbumRequestSerializer, responses={201: AlbumSerializer})
    def create(self, request: Request) -> Response:
        """Make an album."""
        serializer = AlbumRequestSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        return self.tell(create_album(by=request.user, **serializer.validated_data).pk, status.HTTP_201_CREATED)

    def retrieve(self, request: Request, album_id: UUID) -> Response:
        """An album with the first page of what is in it, and the albums directly in it."""
        told = tell_album_whole(album_id, among=reachable_albums(request), viewer=request.user, base=site(request))
        if request.method == "GET" and told["user"]["id"] != request.user.pk:
            record_visit(album_id=album_id, person=request.user)
        return Response(told)

    @extend_schema(request=AlbumChangeSerializer, responses=AlbumSerializer)
    def update(self, request: Request, album_id: UUID) -> Response:
        """Change what is sent and nothing else. 409 where the album would contain itself."""
        album = owned_album(request, album_id)
        serializer = AlbumChangeSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        change_album(album=album, by=request.user, **serializer.validated_data)
        return self.tell(album_id)

    @extend_schema(request=AlbumChangeSerializer, responses=AlbumSerializer)
    def partial_update(self, request: Request, album_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, album_id)

    @extend_schema(parameters=[IMAGES], responses={200: AlbumDeletedSerializer})
    def destroy(self, request: Request, album_id: UUID) -> Response:
        """Delete an album; with `images=delete` your own pictures in it too. Albums in it move up to where it was."""
        with_images = choice(request, "images", ("keep", "delete"), "keep") == "delete"
        gone = delete_album(album=owned_album(request, album_id), by=request.user, with_images=with_images)
        return Response({"id": album_id, "deleted": True, "images_deleted": gone})
