"""`exhibitions/<id>/submissions/<id>/works/<id>/image`: what a jury sees, without whose it is."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from gallery import nameless
from gallery.api.byte_parameters import BYTES, FORMAT
from gallery.api.bytes import AnyAccept
from portfolio.api.exhibitions.submissions import seen_submission
from portfolio.exhibitions.copies import picture_at, send_nameless
from portfolio.models import SubmittedWork

SIZE = OpenApiParameter("size", enum=nameless.SIZES, default="large")
VIEW = OpenApiParameter("view", int, description="Which of the work's pictures; 0, its main one, by default.")


class JuryPictureView(APIView):
    """A picture of a submitted work."""

    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyAccept
    error_statuses = (412,)

    @extend_schema(parameters=[SIZE, FORMAT, VIEW], responses={(200, "image/*"): BYTES})
    def get(self, request: Request, exhibition_id: UUID, submission_id: UUID, work_id: UUID) -> HttpResponseBase:
        """A copy without credit and watermark, to whoever may see the submission; made now where it is missing."""
        submission = seen_submission(request, exhibition_id, submission_id)
        works = SubmittedWork.objects.visible_to(request.user).filter(submission=submission)
        return send_nameless(request, picture_at(works.get(pk=work_id), view_named(request)))


def view_named(request: Request) -> int:
    """Raises ValidationError on `view`."""
    text = request.query_params.get("view") or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise ValidationError({"view": ValidationError(_("Give a whole number."), code="invalid")})
    return int(text)
