"""`images`: pictures, listed, told, changed, shown."""

from typing import Any, cast
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.access import record_view, viewer_of
from gallery.actions.images import change_image, delete_image
from gallery.api.addresses import site
from gallery.api.byte_parameters import BYTES, FORMAT, SIZE
from gallery.api.bytes import AnyAccept
from gallery.api.descriptions import AccessSerializer, DeletedSerializer, ImageBriefSerializer, ImageSerializer
from gallery.api.filters import ImageFilter
from gallery.api.pictures import tell_all
from gallery.api.rendition import rendition
from gallery.api.rendition_query import RenditionQuerySerializer
from gallery.api.requests import ImageChangeSerializer
from gallery.api.shown import download, is_shown, tell_image, thumbnail
from gallery.links import opened_links
from gallery.models import Access, Image
from gallery.permissions import can_change_image


class ImageViewSet(GenericViewSet):
    queryset = Image.objects.none()
    serializer_class = ImageSerializer
    lookup_url_kwarg = "image_id"
    lookup_value_converter = "uuid"
    filterset_class = ImageFilter
    orderings = {
        "date": "uploaded_at",
        "name": "sort_name",
        "size": "file_size",
        "views": "view_count",
        "taken": "date_taken",
    }
    ordering_default = "-date"
    error_statuses = (412, 416)

    def get_queryset(self) -> QuerySet[Image]:
        return Image.objects.visible_to(self.request.user)

    def get_owned(self) -> Image:
        """The picture of the path, for a change. Raises Image.DoesNotExist for what is unseen, PermissionDenied for others'."""
        image = self.get_queryset().select_related("file").filter(pk=self.kwargs["image_id"]).first()
        if image is None and not is_shown(self.kwargs["image_id"]):
            raise Image.DoesNotExist
        if image is None or not can_change_image(self.request.user, image):
            raise PermissionDenied
        return image

    def tell(self, image_id: UUID) -> Response:
        reachable = Image.objects.reachable_by(self.request.user, opened_links(self.request))
        return Response(tell_image(image_id, viewer=self.request.user, base=site(self.request), among=reachable))

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those of a tag by date are read in the order of the tag's own index, which is the same."""
        found = super().filter_queryset(queryset)
        if "tagged_at" in found.query.annotations and ordered_by(found) == "uploaded_at":
            by_date, by_id = cast("tuple[OrderBy, OrderBy]", found.query.order_by)
            return found.order_by(OrderBy(F("tagged_at"), descending=by_date.descending), by_id)
        return found

    @extend_schema(responses=ImageBriefSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The pictures you may see."""
        found = self.filter_queryset(self.get_queryset())
        page = [row["pk"] for row in self.paginate_queryset(found.values("pk", ordered_by(found))) or []]
        return self.get_paginated_response(tell_all(page, viewer=request.user, base=site(request)))

    def retrieve(self, request: Request, image_id: UUID) -> Response:
        """A picture with everything known of it. Counts a view, unless by its owner or again within half an hour. What you see
        only because a work shows it is told as the work tells it."""
        reachable = Image.objects.reachable_by(request.user, opened_links(request)).filter(pk=image_id)
        image = reachable.only("owner_id").first() or Image.objects.only("owner_id").get(pk=image_id, is_shown=True)
        if request.method == "GET":
            record_view(image=image, viewer=viewer_of(request))
        return self.tell(image_id)

    @extend_schema(request=ImageChangeSerializer)
    def update(self, request: Request, image_id: UUID) -> Response:
        """Change what is sent and nothing else."""
        if not request.user.is_authenticated:
            self.permission_denied(request)
        image = self.get_owned()
        serializer = ImageChangeSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        change_image(image=image, by=request.user, **serializer.validated_data)
        return self.tell(image_id)

    @extend_schema(request=ImageChangeSerializer)
    def partial_update(self, request: Request, image_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, image_id)

    @extend_schema(responses={200: DeletedSerializer})
    def destroy(self, request: Request, image_id: UUID) -> Response:
        """Delete a picture: its row, its original and every copy."""
        delete_image(image=self.get_owned(), by=request.user)
        return Response({"id": image_id, "deleted": True})

    @extend_schema(responses={(200, "*/*"): BYTES, (206, "*/*"): BYTES})
    @action(detail=True, content_negotiation_class=AnyAccept)
    def download(self, request: Request, image_id: UUID) -> HttpResponseBase:
        """The original. To others than its owner the same pixels and length, without location, serial numbers and preview."""
        return download(request, image_id)

    @extend_schema(parameters=[SIZE, FORMAT], responses={(200, "image/*"): BYTES})
    @action(detail=True, content_negotiation_class=AnyAccept)
    def thumbnail(self, request: Request, image_id: UUID) -> HttpResponseBase:
        """A copy for showing, made now where it is missing."""
        return thumbnail(request, image_id)

    @extend_schema(parameters=[RenditionQuerySerializer], responses={(200, "image/*"): BYTES})
    @action(detail=True, content_negotiation_class=AnyAccept, error_statuses=(412, 429))
    def rendition(self, request: Request, image_id: UUID) -> HttpResponseBase:
        """A copy made to order: resized, cropped, converted, marked. Others than the owner get at most 2048 pixels on the long
        edge, which is also what they get without a size, in steps, and under the owner's watermark where it is enabled."""
        return rendition(request, image_id)

    @extend_schema(responses=AccessSerializer(many=True), filters=False)
    @action(
        detail=True,
        permission_classes=[IsAuthenticated],
        filterset_class=None,
        orderings={"date": "at"},
        serializer_class=AccessSerializer,
    )
    def history(self, request: Request, image_id: UUID) -> Response:
        """Who looked at it and who took it, newest first. For its owner."""
        accesses = Access.objects.filter(file=self.get_owned().pk).select_related("viewer")
        page = self.paginate_queryset(self.filter_queryset(accesses)) or []
        return self.get_paginated_response([tell_access(access) for access in page])


def ordered_by(images: QuerySet[Image]) -> str:
    """The column that a list is ordered by, which a cursor needs to tell its place."""
    order = cast(OrderBy, images.query.order_by[0])
    return str(cast(Any, order.expression).name)


def tell_access(access: Access) -> dict[str, Any]:
    return {
        "at": access.at,
        "action": access.action,
        "viewer": access.viewer.username if access.viewer else None,
        "referrer": access.referrer,
    }
