"""`commissions/<id>/artwork`: the work that a finished commission becomes."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from gallery.api.addresses import site
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.api.works import tell_artworks
from portfolio.actions.commission_works import make_artwork
from portfolio.api.commissions.commissions import CommissionRoute
from portfolio.api.commissions.requests import WorkOfCommissionSerializer


class CommissionArtworkView(CommissionRoute):
    """The work made of one commission."""

    @extend_schema(request=WorkOfCommissionSerializer, responses={201: ArtworkSerializer})
    def post(self, request: Request, commission_id: UUID) -> Response:
        """Make a draft of it, which only you see until you publish it. For the artist of a completed commission; 409
        `artwork_exists` while there is one."""
        commission = self.get_queryset().get(pk=commission_id)
        work = make_artwork(commission=commission, by=request.user, **self.read(WorkOfCommissionSerializer))
        (told,) = tell_artworks([work.pk], viewer=request.user, base=site(request))
        return Response(told, status=status.HTTP_201_CREATED)
