"""`statistics` and `statistics/csv`."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from gallery.api.addresses import site
from gallery.api.bytes import AnyAccept
from portfolio.api.statistics.asking import AskedSerializer, TableAskedSerializer, figures_for
from portfolio.api.statistics.descriptions import AudienceSerializer
from portfolio.api.statistics.telling import tell_statistics
from portfolio.figures.tables import table_of
from portfolio.spreadsheets import as_file


class StatisticsView(APIView):
    """One's own."""

    permission_classes = [IsAuthenticated]

    @extend_schema(parameters=[AskedSerializer], responses=AudienceSerializer)
    def get(self, request: Request) -> Response:
        """How you are looked at, or one work of yours: by day, by work and gallery, and from where; with the figures of as many
        days before. Robots are left out, and what you do yourself. Days are those of UTC."""
        by = person(request)
        asked = AskedSerializer(data=request.query_params, context={"by": by})
        asked.is_valid(raise_exception=True)
        return Response(tell_statistics(figures_for(by, asked.validated_data), viewer=by, base=site(request)))


class StatisticsTableView(APIView):
    """One of its tables, as a file."""

    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyAccept

    @extend_schema(parameters=[TableAskedSerializer], responses={(200, "text/csv"): OpenApiTypes.STR})
    def get(self, request: Request) -> HttpResponse:
        """The same as a table for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, whole."""
        by = person(request)
        asked = TableAskedSerializer(data=request.query_params, context={"by": by})
        asked.is_valid(raise_exception=True)
        figures, of = figures_for(by, asked.validated_data), asked.validated_data["of"]
        name = f"{of}-{figures.span.since}-{figures.span.until}.csv"
        return as_file(table_of(figures, of, site=site(request)), name)
