"""`featured`: what the house puts forward."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import IsAuthenticatedOrReadOnly
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.api.addresses import site
from gallery.api.pictures import Row
from gallery.api.rooms import tell_galleries
from gallery.api.works import tell_artworks
from portfolio.actions.features import feature, order_features, unfeature
from portfolio.api.curation_descriptions import (
    FeatureDeletedSerializer,
    FeaturedSerializer,
    FeatureOrderSerializer,
    FeatureRequestSerializer,
    FeatureSerializer,
)
from portfolio.api.exhibitions.telling import tell_exhibitions
from portfolio.api.limits import limit_of
from portfolio.api.telling import tell_artists
from portfolio.discovery.featuring import NEW, OPEN, RUNNING, STAFF_PICK, TRENDING, put_forward
from portfolio.models import Feature, Target
from portfolio.permissions import can_curate

TELLERS = {
    Target.ARTWORK: tell_artworks,
    Target.ARTIST: tell_artists,
    Target.GALLERY: tell_galleries,
    Target.EXHIBITION: tell_exhibitions,
}
LIMIT = OpenApiParameter("limit", OpenApiTypes.INT, description="Of each list: 1 to 50, by default 12.")


class CuratedView(APIView):
    """Read by anyone, changed by staff."""

    permission_classes = [IsAuthenticatedOrReadOnly]

    def require_curator(self) -> None:
        """Raises PermissionDenied for all but staff, before anything is looked up."""
        if not can_curate(self.request.user):
            raise PermissionDenied


class FeaturedView(CuratedView):
    """All that is put forward."""

    @extend_schema(parameters=[LIMIT], responses=FeaturedSerializer)
    def get(self, request: Request) -> Response:
        """What the house puts forward: staff's picks in their order, then what is looked at and liked of late, then what is
        new; of exhibitions those that are open for entry, then those on view, by what ends soonest. The same for everyone,
        whoever asks; no mature works."""
        limit, base = limit_of(request), site(request)
        return Response(
            {
                "artworks": tell_forward(Target.ARTWORK, limit=limit, base=base),
                "artists": tell_forward(Target.ARTIST, limit=limit, base=base),
                "galleries": tell_forward(Target.GALLERY, limit=limit, base=base),
                "exhibitions": tell_forward(Target.EXHIBITION, limit=limit, base=base),
            }
        )

    @extend_schema(request=FeatureRequestSerializer, responses={200: FeatureSerializer, 201: FeatureSerializer})
    def post(self, request: Request) -> Response:
        """Put something forward until a time, or until it is taken back; 200 where it was put forward before. For staff."""
        self.require_curator()
        serializer = FeatureRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        pick, is_new = feature(by=request.user, **serializer.validated_data)
        return Response(FeatureSerializer(pick).data, status=201 if is_new else 200)


class FeaturedOrderView(CuratedView):
    """The order of what staff put forward."""

    @extend_schema(request=FeatureOrderSerializer, responses={200: FeatureOrderSerializer})
    def put(self, request: Request) -> Response:
        """Put all that staff have put forward of one kind, and that stands, in this order. What is put forward later comes first.
        For staff."""
        self.require_curator()
        serializer = FeatureOrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        picks = order_features(by=request.user, **serializer.validated_data)
        return Response({"feature_ids": [pick.pk for pick in picks]})


class FeatureView(CuratedView):
    """One pick of staff's."""

    @extend_schema(responses={200: FeatureDeletedSerializer})
    def delete(self, request: Request, feature_id: int) -> Response:
        """Put something forward no longer. For staff."""
        self.require_curator()
        unfeature(pick=Feature.objects.get(pk=feature_id), by=request.user)
        return Response({"id": feature_id, "deleted": True})


def tell_forward(target: Target, *, limit: int, base: str) -> list[Row]:
    """What is put forward of a kind, told as to a visitor, with the reason."""
    shown = put_forward(target, limit=limit)
    tell: Any = TELLERS[target]
    told = {row["id"]: row for row in tell([each.target_id for each in shown], viewer=AnonymousUser(), base=base)}
    for row in told.values() if target == Target.ARTIST else ():
        row["featured_artworks"] = [work for work in row["featured_artworks"] if not work["is_mature"]]
    return [
        told[each.target_id] | {"reason": tell_reason(each.reason), "feature_id": each.feature_id, "note": each.note}
        for each in shown
        if each.target_id in told
    ]


def tell_reason(code: str) -> Row:
    words = {
        STAFF_PICK: _("Picked by our curators"),
        TRENDING: _("Looked at and liked these days"),
        NEW: _("New here"),
        OPEN: _("Open for entry"),
        RUNNING: _("On view now"),
    }
    return {"code": code, "text": words[code]}
