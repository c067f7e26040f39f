"""`exhibitions/<id>/artworks`: what is on show, or was."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from gallery.api.addresses import site
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.api.works import tell_artworks
from portfolio.api.exhibitions.exhibitions import seen_exhibition
from portfolio.exhibitions.history import on_show_in
from portfolio.models import SubmittedWork


class OnShowView(GenericAPIView):
    """The works of a running exhibition, or of one that is over."""

    queryset = SubmittedWork.objects.none()
    serializer_class = ArtworkSerializer
    filterset_class = None

    @extend_schema(operation_id="exhibitions_artworks_list", responses=ArtworkSerializer(many=True), filters=False)
    def get(self, request: Request, exhibition_id: UUID) -> Response:
        """The works on show that you may see, by their artists' names; none before it runs."""
        shown = on_show_in(seen_exhibition(request, exhibition_id).pk, request.user)
        page = self.paginate_queryset(shown.values_list("artwork", flat=True)) or []
        return self.get_paginated_response(tell_artworks(list(page), viewer=request.user, base=site(request)))
