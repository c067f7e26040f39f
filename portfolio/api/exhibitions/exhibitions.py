"""`exhibitions`: called for, listed, told, changed."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.rates import spend
from accounts.requests import person
from gallery.api.addresses import site
from gallery.api.descriptions import DeletedSerializer
from gallery.api.images import ordered_by
from portfolio.actions.exhibitions import change_exhibition, create_exhibition, delete_exhibition
from portfolio.api.exhibitions.descriptions import ExhibitionSerializer, WholeExhibitionSerializer
from portfolio.api.exhibitions.filters import ExhibitionFilter
from portfolio.api.exhibitions.requests import ExhibitionChangeSerializer, NewExhibitionSerializer, deadline_as_sent
from portfolio.api.exhibitions.telling import tell_exhibition_whole, tell_exhibitions
from portfolio.models import Exhibition
from portfolio.permissions import exhibition_roles


def seen_exhibition(request: Request, exhibition_id: UUID) -> Exhibition:
    """The exhibition of a path. Raises Exhibition.DoesNotExist for one that the viewer may not see."""
    exhibition: Exhibition = Exhibition.objects.visible_to(request.user).get(pk=exhibition_id)
    return exhibition


def own_exhibition(request: Request, exhibition_id: UUID) -> Exhibition:
    """The exhibition of a path, for its organiser. Raises Exhibition.DoesNotExist, PermissionDenied for others'."""
    exhibition = seen_exhibition(request, exhibition_id)
    if not exhibition_roles(request.user, exhibition):
        raise PermissionDenied
    return exhibition


def tell(request: Request, exhibition_id: UUID, status: int = 200) -> Response:
    """One exhibition, as a change is answered. Raises Exhibition.DoesNotExist where it went meanwhile."""
    told = tell_exhibitions([exhibition_id], viewer=request.user, base=site(request))
    if not told:
        raise Exhibition.DoesNotExist
    return Response(told[0], status=status)


class ExhibitionViewSet(GenericViewSet):
    queryset = Exhibition.objects.none()
    serializer_class = WholeExhibitionSerializer
    lookup_url_kwarg = "exhibition_id"
    lookup_value_converter = "uuid"
    filterset_class = ExhibitionFilter
    orderings = {"deadline": "submission_deadline", "start": "exhibition_start", "date": "created_at"}
    ordering_default = "-date"
    error_statuses = (429,)

    def get_queryset(self) -> QuerySet[Exhibition]:
        found: QuerySet[Exhibition] = Exhibition.objects.visible_to(self.request.user)
        return found

    @extend_schema(responses=ExhibitionSerializer(many=True))
    def list(self, request: Request) -> Response:
        """The exhibitions you may see, the last one called first. Drafts are listed to their organiser alone."""
        found: QuerySet[Any] = self.filter_queryset(self.get_queryset())
        page = [row["pk"] for row in self.paginate_queryset(found.values("pk", ordered_by(found))) or []]
        return self.get_paginated_response(tell_exhibitions(page, viewer=request.user, base=site(request)))

    @extend_schema(request=NewExhibitionSerializer, responses={201: ExhibitionSerializer})
    def create(self, request: Request) -> Response:
        """Call for entry: as a draft, which you alone see, or open at once."""
        by = person(request)
        spend("exhibition", str(by.pk))
        serializer = NewExhibitionSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        with deadline_as_sent(request.data):
            exhibition = create_exhibition(by=by, **serializer.validated_data)
        return tell(request, exhibition.pk, status.HTTP_201_CREATED)

    def retrieve(self, request: Request, exhibition_id: UUID) -> Response:
        """An exhibition with, once it runs, the first page of the works on show."""
        seen_exhibition(request, exhibition_id)
        return Response(tell_exhibition_whole(exhibition_id, viewer=request.user, base=site(request)))

    @extend_schema(request=ExhibitionChangeSerializer, responses=ExhibitionSerializer)
    def update(self, request: Request, exhibition_id: UUID) -> Response:
        """Change what is sent and nothing else, or nothing where any of it cannot be: 409 for what its status, or what was
        submitted, forbids. `status` moves it on: `allowed_transitions` tells where to. For its organiser."""
        exhibition = own_exhibition(request, exhibition_id)
        serializer = ExhibitionChangeSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        with deadline_as_sent(request.data):
            change_exhibition(exhibition=exhibition, by=request.user, **serializer.validated_data)
        return tell(request, exhibition_id)

    @extend_schema(request=ExhibitionChangeSerializer, responses=ExhibitionSerializer)
    def partial_update(self, request: Request, exhibition_id: UUID) -> Response:
        """As PUT."""
        return self.update(request, exhibition_id)

    @extend_schema(responses={200: DeletedSerializer})
    def destroy(self, request: Request, exhibition_id: UUID) -> Response:
        """Delete a draft that nobody submitted to. For its organiser; what is called for already can be cancelled."""
        delete_exhibition(exhibition=own_exhibition(request, exhibition_id), by=request.user)
        return Response({"id": exhibition_id, "deleted": True})
