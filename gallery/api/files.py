"""`files`: what a person keeps here, folder by folder."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from gallery.actions.files import change_file, delete_file
from gallery.api.addresses import site
from gallery.api.byte_parameters import BYTES, FORMAT, SIZE
from gallery.api.bytes import AnyAccept, download_file
from gallery.api.descriptions import DeletedSerializer, FileSerializer, FolderListingSerializer
from gallery.api.documents import Cabinet, tell_file
from gallery.api.filters import FileFilter
from gallery.api.requests import FileChangeSerializer
from gallery.api.shown import download, thumbnail
from gallery.models import File, Folder, Kind


class FoldersThenFiles(Sequence):
    """Folders and then files, as one list that a paginator can slice: two queries for a page, two for the count."""

    def __init__(self, folders: Sequence[Folder], files: QuerySet[File]) -> None:
        self.folders, self.files = folders, files
        self.total = len(folders) + files.count()

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, wanted: Any) -> list[Folder | File]:
        start, stop, _step = wanted.indices(self.total)
        split = len(self.folders)
        files = self.files[max(0, start - split) : max(0, stop - split)] if stop > split else []
        return [*self.folders[start:stop], *files]


class FileViewSet(GenericViewSet):
    queryset = File.objects.none()
    serializer_class = FileSerializer
    permission_classes = [IsAuthenticated]
    lookup_url_kwarg = "file_id"
    lookup_value_converter = "uuid"
    filterset_class = FileFilter
    error_statuses = (412, 416)
    orderings = {"name": "sort_name", "date": "uploaded_at", "size": "size"}

    def get_queryset(self) -> QuerySet[File]:
        return File.objects.visible_to(self.request.user).annotate(sort_name=Lower("name"))

    @extend_schema(
        parameters=[
            OpenApiParameter("folder", OpenApiTypes.UUID, description="The root without it; with `search`, everywhere.")
        ],
        responses=FolderListingSerializer,
    )
    def list(self, request: Request) -> Response:
        """What lies in a folder: its folders first, then its files. A search without `folder` looks everywhere."""
        cabinet, base = Cabinet(request.user), site(request)
        files = self.filter_queryset(self.get_queryset())
        folder_id, searched = folder_asked_for(request), request.query_params.get("search", "")
        if folder_id is not None and folder_id not in cabinet.folders:
            return self.listing(FoldersThenFiles([], files.none()), cabinet, None, base)
        if folder_id is not None or not searched:
            files = files.filter(folder=folder_id)
        folders = [] if only_files(request) else matching(cabinet, folder_id, searched)
        return self.listing(FoldersThenFiles(folders, files), cabinet, folder_id, base)

    def listing(self, entries: FoldersThenFiles, cabinet: Cabinet, folder_id: UUID | None, base: str) -> Response:
        page = self.paginate_queryset(entries) or []
        told = [cabinet.tell(each) if isinstance(each, Folder) else tell_file(each, base=base) for each in page]
        response = self.get_paginated_response(told)
        path = cabinet.path(folder_id)
        response.data["folder"] = {**path[-1], "path": path} if path else None
        return response

    def retrieve(self, request: Request, file_id: UUID) -> Response:
        """One file."""
        return Response(tell_file(self.get_queryset().get(pk=file_id), base=site(request)))

    @extend_schema(request=FileChangeSerializer)
    def update(self, request: Request, file_id: UUID) -> Response:
        """Rename a file, or move it to another folder."""
        file = self.get_queryset().get(pk=file_id)
        serializer = FileChangeSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        return Response(
            tell_file(change_file(file=file, by=request.user, **serializer.validated_data), base=site(request))
        )

    @extend_schema(request=FileChangeSerializer)
    def partial_update(self, request: Request, file_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, file_id)

    @extend_schema(responses={200: DeletedSerializer})
    def destroy(self, request: Request, file_id: UUID) -> Response:
        """Delete a file and everything made from it."""
        delete_file(file=self.get_queryset().get(pk=file_id), by=request.user)
        return Response({"id": file_id, "deleted": True})

    @extend_schema(responses={(200, "*/*"): BYTES, (206, "*/*"): BYTES})
    @action(detail=True, permission_classes=[], content_negotiation_class=AnyAccept)
    def download(self, request: Request, file_id: UUID) -> HttpResponseBase:
        """The file under its present name. A picture's is what `images/<id>/download` gives, to whom it gives it."""
        found = File.objects.reachable_by(request.user).filter(pk=file_id, kind=Kind.FILE).first()
        return download_file(request, found) if found else download(request, file_id)

    @extend_schema(parameters=[SIZE, FORMAT], responses={(200, "image/*"): BYTES})
    @action(detail=True, permission_classes=[], content_negotiation_class=AnyAccept)
    def preview(self, request: Request, file_id: UUID) -> HttpResponseBase:
        """A picture's thumbnail; 404 `no_preview` for what has none."""
        if File.objects.reachable_by(request.user).filter(pk=file_id).exclude(kind=Kind.IMAGE).exists():
            raise NotFound(_("There is no preview of this file."), code="no_preview")
        return thumbnail(request, file_id)


def folder_asked_for(request: Request) -> UUID | None:
    """The folder named in the query; None for the root. Raises ValidationError for what is no id."""
    value = request.query_params.get("folder")
    if not value or value == "root":
        return None
    try:
        return UUID(value)
    except ValueError:
        raise ValidationError({"folder": ValidationError(_("This is not an id."), code="invalid")}) from None


def only_files(request: Request) -> bool:
    """Whether the list is narrowed by something that folders do not have."""
    return any(request.query_params.get(name) for name in ("kind", "mime_type"))


def matching(cabinet: Cabinet, folder_id: UUID | None, searched: str) -> list[Folder]:
    """The folders directly in this one, or, in a search of everywhere, all, whose names hold every word; by name."""
    everywhere = folder_id is None and searched
    words = searched.lower().split()
    return [
        folder
        for folder in sorted(cabinet.folders.values(), key=lambda folder: folder.name.lower())
        if (everywhere or folder.parent_id == folder_id) and all(word in folder.name.lower() for word in words)
    ]
