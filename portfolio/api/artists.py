"""`artists`: people as artists, listed, told, changed, and what each of them shows."""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Lower
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.models import Artist
from accounts.rates import spend
from accounts.requests import person
from gallery.api.addresses import site
from gallery.api.arriving import arriving
from gallery.api.bytes import AnyAccept
from gallery.api.gallery_descriptions import GallerySerializer
from gallery.api.images import BYTES, FORMAT, ordered_by
from gallery.api.rooms import tell_galleries
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.api.work_uploads import PARSERS
from gallery.api.works import tell_artworks
from gallery.models import Artwork, Gallery
from portfolio.actions.profiles import change_artist
from portfolio.api.artist_descriptions import ArtistFormSerializer, ArtistSerializer
from portfolio.api.artist_filters import ArtistFilter
from portfolio.api.artist_requests import ArtistChangeSerializer, read_form
from portfolio.api.portrait_upload import FIELD, kept
from portfolio.api.telling import tell_artist, tell_artists
from portfolio.permissions import can_change_artist
from portfolio.portraits import SIZES, portrait

WHO = OpenApiParameter("artist", location="path", description="An id, a username whatever its case, or `me`.")
SIZE = OpenApiParameter("size", enum=SIZES, default="medium")
WORKS = {"date": "sort_date", "popularity": "popularity", "price": "price", "title": "sort_title"}
GALLERIES = {"date": "created_at", "name": "sort_name", "artworks": "shown_count"}
CHANGE = {"application/json": ArtistChangeSerializer, "multipart/form-data": ArtistFormSerializer}
ONE = ("retrieve", "update", "partial_update", "artworks", "galleries", "portrait")


@extend_schema_view(**{name: extend_schema(parameters=[WHO]) for name in ONE})
class ArtistViewSet(GenericViewSet):
    queryset = Artist.objects.none()
    serializer_class = ArtistSerializer
    parser_classes = PARSERS
    lookup_url_kwarg = "artist"
    lookup_value_converter = "str"
    filterset_class = ArtistFilter
    orderings = {
        "name": "sort_name",
        "date": "user__created_at",
        "followers": "user__statistics__follower_count",
        "popularity": "trend",
    }
    ordering_default = "-date"
    error_statuses = (411, 412, 413, 429)

    def get_queryset(self) -> QuerySet[Artist]:
        return Artist.objects.visible_to(self.request.user).annotate(sort_name=Lower("artist_name"))

    def get_artist(self) -> Artist:
        """The artist of the path. Raises Artist.DoesNotExist, NotAuthenticated for a visitor's `me`."""
        name = self.kwargs["artist"]
        if name == "me":
            if not self.request.user.is_authenticated:
                self.permission_denied(self.request)
            return self.get_queryset().get(pk=self.request.user.pk)
        return Artist.objects.visible_to(self.request.user).called(name).get()

    def page_of(self, things: QuerySet[Any]) -> list[Any]:
        """The ids of one page, ordered and filtered as the query says."""
        found: QuerySet[Any] = self.filter_queryset(things)
        return [row["pk"] for row in self.paginate_queryset(found.values("pk", ordered_by(found))) or []]

    @extend_schema(responses=ArtistSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The artists, the newest first. `popularity` is what people did with their works of late."""
        page = self.page_of(self.get_queryset())
        return self.get_paginated_response(tell_artists(page, viewer=request.user, base=site(request)))

    def retrieve(self, request: Request, artist: str) -> Response:
        """An artist with some of their works and galleries."""
        return Response(tell_artist(self.get_artist().pk, viewer=request.user, base=site(request)))

    @extend_schema(request=CHANGE)
    def update(self, request: Request, artist: str) -> Response:
        """Change what is sent and nothing else, or nothing where any of it cannot be. For themselves."""
        if not can_change_artist(request.user, self.get_artist()):
            raise PermissionDenied
        by = person(request)
        if (request.content_type or "").startswith("multipart/"):
            spend("upload", str(by.pk))  # whether it holds a file is known when it is read
        with arriving(request, fields={FIELD}) as arrivals:
            serializer = ArtistChangeSerializer(
                data=read_form(request.data), partial=True, context={"request": request}
            )
            serializer.is_valid(raise_exception=True)
            with kept(arrivals, by=by) as picture:
                changes = serializer.validated_data | ({"portrait": picture} if picture else {})
                change_artist(by=by, **changes)
        return Response(tell_artist(by.pk, viewer=by, base=site(request)))

    @extend_schema(request=CHANGE)
    def partial_update(self, request: Request, artist: str) -> Response:
        """As PUT."""
        return self.update(request, artist)

    @extend_schema(responses=ArtworkSerializer(many=True), filters=True)
    @action(detail=True, filterset_class=None, orderings=WORKS)
    def artworks(self, request: Request, artist: str) -> Response:
        """The works of an artist that you may see, the newest first."""
        page = self.page_of(Artwork.objects.visible_to(request.user).filter(owner=self.get_artist().pk))
        return self.get_paginated_response(tell_artworks(page, viewer=request.user, base=site(request)))

    @extend_schema(responses=GallerySerializer(many=True), filters=True)
    @action(detail=True, filterset_class=None, orderings=GALLERIES)
    def galleries(self, request: Request, artist: str) -> Response:
        """The galleries of an artist that are listed to you, the newest first."""
        artist_id = self.get_artist().pk
        counted = "artwork_count" if artist_id == request.user.pk else "public_artwork_count"
        rooms = Gallery.objects.visible_to(request.user).filter(owner=artist_id).annotate(shown_count=F(counted))
        page = self.page_of(rooms)
        return self.get_paginated_response(tell_galleries(page, viewer=request.user, base=site(request)))

    @extend_schema(parameters=[SIZE, FORMAT], responses={(200, "image/*"): BYTES})
    @action(detail=True, content_negotiation_class=AnyAccept)
    def portrait(self, request: Request, artist: str) -> HttpResponseBase:
        """The picture that an artist shows of themselves, without a watermark; made now where it is missing."""
        return portrait(request, self.get_artist().pk)
