"""`exhibitions/<id>/cover`: the picture that stands for an exhibition."""

from uuid import UUID

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from gallery.api.byte_parameters import BYTES, FORMAT
from gallery.api.bytes import AnyAccept
from gallery.imaging import geometry
from portfolio.exhibitions.covers import cover

SIZE = OpenApiParameter("size", enum=geometry.NAMES, default="large")


class CoverView(APIView):
    """A cover's standing copies."""

    content_negotiation_class = AnyAccept
    error_statuses = (412,)

    @extend_schema(parameters=[SIZE, FORMAT], responses={(200, "image/*"): BYTES})
    def get(self, request: Request, exhibition_id: UUID) -> HttpResponseBase:
        """The cover in a size, made now where it is missing; to whoever may see the exhibition."""
        return cover(request, exhibition_id)
