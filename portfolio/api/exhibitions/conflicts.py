"""`exhibitions/<id>/conflicts`: to whom a juror is close."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from portfolio.actions.jurors import declare_conflicts
from portfolio.api.exhibitions.descriptions import ConflictsSerializer
from portfolio.api.exhibitions.exhibitions import seen_exhibition
from portfolio.api.exhibitions.requests import DeclarationSerializer
from portfolio.models import ConflictOfInterest, Exhibition, Juror
from social.api.people import columns_of, tell_person


def tell_conflicts(exhibition: Exhibition, juror: Any) -> dict[str, Any]:
    """Two queries; raises PermissionDenied for who is not on the jury."""
    seat = Juror.objects.filter(exhibition=exhibition.pk, user=juror.pk)
    if not seat.exists():
        raise PermissionDenied
    declared = ConflictOfInterest.objects.filter(juror__in=seat.values("pk"), artist__is_active=True)
    rows = declared.order_by("artist__username").values(*columns_of("artist"))
    return {"conflicts": [tell_person(row, "artist") for row in rows]}


class ConflictsView(APIView):
    """What one declares as a juror."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="exhibitions_conflicts_retrieve", responses=ConflictsSerializer)
    def get(self, request: Request, exhibition_id: UUID) -> Response:
        """To whom you declared to be close. For a juror."""
        return Response(tell_conflicts(seen_exhibition(request, exhibition_id), request.user))

    @extend_schema(request=DeclarationSerializer, responses={200: ConflictsSerializer})
    def put(self, request: Request, exhibition_id: UUID) -> Response:
        """Say to whom you are close (collaborators, partners, students), in place of whom you named before: you do not judge what
        they submit. 409 where jurying is blind and has begun. For a juror."""
        exhibition = seen_exhibition(request, exhibition_id)
        tell_conflicts(exhibition, request.user)
        serializer = DeclarationSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        declare_conflicts(exhibition=exhibition, by=request.user, **serializer.validated_data)
        return Response(tell_conflicts(exhibition, request.user))
