"""`albums/<id>/images`: what is in an album, and in which order."""

from uuid import UUID

from django.db.models import Q
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.actions.album_images import add_images, order_images, remove_image
from gallery.api.addresses import site
from gallery.api.albums import owned_album, reachable_albums
from gallery.api.bytes import choice
from gallery.api.collections import inside_of, tell_albums
from gallery.api.descriptions import (
    AlbumSerializer,
    ImageBriefSerializer,
    ImageRemovedSerializer,
    OrderAnswerSerializer,
)
from gallery.api.pictures import tell_all
from gallery.api.requests import ImageIdsSerializer, OrderSerializer
from gallery.links import opened_links
from gallery.models import AlbumImage
from gallery.permissions import can_add_to_album

DELETE_IMAGE = OpenApiParameter("delete_image", OpenApiTypes.BOOL, description="Delete the picture itself too.")


class AlbumImagesView(GenericAPIView):
    """What is in an album."""

    queryset = AlbumImage.objects.none()
    serializer_class = ImageBriefSerializer
    filterset_class = None
    orderings = {"position": "position"}

    @extend_schema(operation_id="albums_images_list", responses=ImageBriefSerializer(many=True), filters=False)
    def get(self, request: Request, album_id: UUID) -> Response:
        """The pictures of an album, in its order."""
        album = reachable_albums(request).get(pk=album_id)
        # Not the pictures with a join: a cursor's condition would join them with the album a second time.
        rows = self.filter_queryset(inside_of(album.pk, request.user).values("pk", "position", "image_id"))
        page = [row["image_id"] for row in self.paginate_queryset(rows) or []]
        return self.get_paginated_response(tell_all(page, viewer=request.user, base=site(request)))

    @extend_schema(request=ImageIdsSerializer, responses=AlbumSerializer)
    def post(self, request: Request, album_id: UUID) -> Response:
        """Add your own pictures behind those in it, as its owner or a contributor. One that is there already stays."""
        album, links = reachable_albums(request).get(pk=album_id), opened_links(request)
        if not can_add_to_album(request.user, album, links):
            raise PermissionDenied
        serializer = ImageIdsSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        add_images(album=album, by=request.user, image_ids=serializer.validated_data["image_ids"], links=links)
        among = reachable_albums(request)
        return Response(tell_albums([album_id], among=among, viewer=request.user, base=site(request))[0])


class AlbumOrderView(APIView):
    """The order of an album."""

    @extend_schema(request=OrderSerializer, responses=OrderAnswerSerializer)
    def put(self, request: Request, album_id: UUID) -> Response:
        """Give an album's pictures an order: all of them, each once."""
        album = owned_album(request, album_id)
        serializer = OrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        image_ids = serializer.validated_data["image_ids"]
        order_images(album=album, by=request.user, image_ids=image_ids)
        return Response({"id": album_id, "image_ids": image_ids})


class AlbumImageView(APIView):
    """One picture in an album."""

    @extend_schema(parameters=[DELETE_IMAGE], responses={200: ImageRemovedSerializer})
    def delete(self, request: Request, album_id: UUID, image_id: UUID) -> Response:
        """Take a picture out of an album of yours, or one of yours out of any. With `delete_image` it is deleted too."""
        whole = choice(request, "delete_image", ("true", "false"), "false") == "true"
        # Whoever lent a picture may take it back, even out of an album that they no longer see.
        reached = Q(album__in=reachable_albums(request).values("pk")) | Q(image__owner=request.user.pk)
        inside = inside_of(album_id, request.user).filter(reached).select_related("album", "image__file")
        row = inside.get(image=image_id)
        remove_image(album=row.album, image=row.image, by=request.user, delete=whole)
        return Response({"id": image_id, "deleted": True, "album_id": album_id, "image_deleted": whole})
