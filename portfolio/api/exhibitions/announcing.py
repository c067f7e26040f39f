"""`exhibitions/<id>/announce`: all decisions at once."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from portfolio.actions.exhibitions import announce
from portfolio.api.exhibitions.descriptions import ExhibitionSerializer
from portfolio.api.exhibitions.exhibitions import own_exhibition, tell
from portfolio.api.exhibitions.requests import AnnouncementSerializer


class AnnounceView(APIView):
    """Announcing what was decided."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=AnnouncementSerializer, responses=ExhibitionSerializer)
    def post(self, request: Request, exhibition_id: UUID) -> Response:
        """Let all artists know at once what was decided of what they submitted; each is told their own. 409 `undecided` while any
        is not decided, unless `reject_rest` declines those. For its organiser, while jurying."""
        exhibition = own_exhibition(request, exhibition_id)
        serializer = AnnouncementSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        announce(exhibition=exhibition, by=request.user, **serializer.validated_data)
        return tell(request, exhibition_id)
