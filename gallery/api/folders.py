"""`folders`: a person's own order of their files."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.folders import change_folder, create_folder, delete_folder
from gallery.api.bytes import choice
from gallery.api.descriptions import FolderDeletedSerializer, FolderSerializer
from gallery.api.documents import Cabinet
from gallery.api.requests import FolderChangeSerializer
from gallery.api.requests import FolderSerializer as FolderRequestSerializer
from gallery.models import Folder

TREE = OpenApiParameter(
    "tree", OpenApiTypes.BOOL, description="The folders at the root, those below nested in `children`."
)
CONTENTS = OpenApiParameter("contents", enum=["refuse", "delete"], default="refuse")


class FolderViewSet(GenericViewSet):
    queryset = Folder.objects.none()
    serializer_class = FolderSerializer
    permission_classes = [IsAuthenticated]
    lookup_url_kwarg = "folder_id"
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Folder]:
        return Folder.objects.visible_to(self.request.user)

    def tell(self, folder: Folder, status: int = 200) -> Response:
        return Response(Cabinet(self.request.user).tell(folder), status=status)

    @extend_schema(parameters=[TREE], responses=FolderSerializer(many=True))
    def list(self, request: Request) -> Response:
        """Your folders, by name."""
        cabinet = Cabinet(request.user)
        told = cabinet.tree() if wants_tree(request) else [cabinet.tell(each) for each in cabinet.folders.values()]
        return self.get_paginated_response(self.paginate_queryset(told))

    @extend_schema(request=FolderRequestSerializer, responses={201: FolderSerializer})
    def create(self, request: Request) -> Response:
        """Make a folder. 409 where its name is taken beside it."""
        serializer = FolderRequestSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        return self.tell(create_folder(by=request.user, **serializer.validated_data), status=status.HTTP_201_CREATED)

    def retrieve(self, request: Request, folder_id: UUID) -> Response:
        """One folder."""
        return self.tell(self.get_queryset().get(pk=folder_id))

    @extend_schema(request=FolderChangeSerializer)
    def update(self, request: Request, folder_id: UUID) -> Response:
        """Rename or move a folder. 409 where its name is taken beside it, or it would contain itself."""
        folder = self.get_queryset().get(pk=folder_id)
        serializer = FolderChangeSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        return self.tell(change_folder(folder=folder, by=request.user, **serializer.validated_data))

    @extend_schema(request=FolderChangeSerializer)
    def partial_update(self, request: Request, folder_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, folder_id)

    @extend_schema(parameters=[CONTENTS], responses={200: FolderDeletedSerializer})
    def destroy(self, request: Request, folder_id: UUID) -> Response:
        """Delete a folder; one that is not empty only with `contents=delete`, else 409."""
        with_contents = choice(request, "contents", ("refuse", "delete"), "refuse") == "delete"
        gone = delete_folder(folder=self.get_queryset().get(pk=folder_id), by=request.user, with_contents=with_contents)
        return Response({"id": folder_id, "deleted": True, **gone})


def wants_tree(request: Request) -> bool:
    value = request.query_params.get("tree", "").lower()
    if value not in {"", "true", "false", "1", "0"}:
        raise ValidationError({"tree": ValidationError(_("Say true or false."), code="invalid")})
    return value in {"true", "1"}
