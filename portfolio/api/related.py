"""`artworks/<id>/related`: what has to do with a work."""

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.api.addresses import site
from gallery.api.pictures import Row
from gallery.api.works import tell_artworks
from gallery.models import Artwork
from portfolio.api.curation_descriptions import RelatedSerializer
from portfolio.api.limits import limit_of
from portfolio.discovery.related import related_to

BESIDE_A_WORK = 6
LIMIT = OpenApiParameter("limit", OpenApiTypes.INT, description="1 to 50, by default 12.")


class RelatedView(APIView):
    """The works that have to do with one."""

    @extend_schema(parameters=[LIMIT], responses=RelatedSerializer)
    def get(self, request: Request, artwork_id: UUID) -> Response:
        """What is liked by the same people, on the same subjects, by the same artist, in similar colours or of the same kind, the
        nearest first, each with the reason that weighs most."""
        limit = limit_of(request)
        work = Artwork.objects.visible_to(request.user).only("pk").get(pk=artwork_id)
        told = tell_related(work.pk, viewer=request.user, base=site(request), limit=limit)
        return Response({"count": len(told), "next": None, "previous": None, "results": told})


def tell_related(artwork_id: UUID, *, viewer: Any, base: str, limit: int) -> list[Row]:
    """The works most related to this one, as told to this viewer."""
    related = related_to(artwork_id, viewer=viewer, limit=limit)
    reasons = {each.artwork_id: each.reason for each in related}
    told = tell_artworks(list(reasons), viewer=viewer, base=base)
    return [row | {"reason": {"code": reasons[row["id"]].value, "text": reasons[row["id"]].label}} for row in told]


def tell_beside(artwork_id: UUID, *, viewer: Any, base: str) -> Row:
    """What a work that is asked for alone is told with (settings.ARTWORK_WHOLE_ADDITIONS)."""
    return {"related": tell_related(artwork_id, viewer=viewer, base=base, limit=BESIDE_A_WORK)}
