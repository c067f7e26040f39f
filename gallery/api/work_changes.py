"""`artworks/<id>`: a work changed and deleted, by its artist."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.requests import person
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.api.addresses import site
from gallery.api.arriving import arriving
from gallery.api.bytes import choice
from gallery.api.descriptions import AlbumDeletedSerializer
from gallery.api.work_descriptions import WholeArtworkSerializer
from gallery.api.work_requests import WorkChangeFormSerializer, WorkChangeSerializer
from gallery.api.work_uploads import FIELDS, PARSERS, read_work, sent_pictures
from gallery.api.works import tell_artwork_whole
from gallery.models import Artwork
from gallery.permissions import can_change_artwork

IMAGE = OpenApiParameter("image", enum=["delete", "keep"], default="delete")
BODY: dict[str, Any] = {
    "request": {"multipart/form-data": WorkChangeFormSerializer, "application/json": WorkChangeSerializer},
    "responses": WholeArtworkSerializer,
}


class WorkChanges:
    """What the viewset of works does for their artist."""

    parser_classes: Any = PARSERS
    error_statuses = (411, 413)

    def get_owned(self, request: Request, artwork_id: UUID) -> Artwork:
        """The work of the path, for a change. Raises Artwork.DoesNotExist for what is unseen, PermissionDenied for others'."""
        artwork = Artwork.objects.visible_to(request.user).get(pk=artwork_id)
        if not can_change_artwork(request.user, artwork):
            raise PermissionDenied
        return artwork

    @extend_schema(**BODY)
    def update(self, request: Request, artwork_id: UUID) -> Response:
        """Change what is sent and nothing else; pictures that are sent, by id or as files, take the place of all there were."""
        artwork = self.get_owned(request, artwork_id)
        with arriving(request, fields=FIELDS) as arrivals:
            context = {"request": request, "artwork": artwork}
            serializer = WorkChangeSerializer(data=request.data, partial=True, context=context)
            said = read_work(serializer, arrivals, is_new=False)
            with sent_pictures(request, arrivals) as new:
                views = [*serializer.pictures(), *new]
                change_artwork(artwork=artwork, by=person(request), image_ids=views or None, **said)
        return Response(tell_artwork_whole(artwork_id, viewer=request.user, base=site(request)))

    @extend_schema(**BODY)
    def partial_update(self, request: Request, artwork_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, artwork_id)

    @extend_schema(parameters=[IMAGE], responses={200: AlbumDeletedSerializer})
    def destroy(self, request: Request, artwork_id: UUID) -> Response:
        """Delete a work, and its pictures but for those that another work or an album shows; with `image=keep` none of them."""
        keep = choice(request, "image", ("delete", "keep"), "delete") == "keep"
        gone = delete_artwork(artwork=self.get_owned(request, artwork_id), by=person(request), keep_images=keep)
        return Response({"id": artwork_id, "deleted": True, "images_deleted": gone})
