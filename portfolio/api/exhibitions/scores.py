"""`exhibitions/<id>/submissions/<id>/score`."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from portfolio.actions.scores import require_jurying, score
from portfolio.api.exhibitions.exhibitions import seen_exhibition
from portfolio.api.exhibitions.submission_descriptions import SubmissionSerializer
from portfolio.api.exhibitions.submission_requests import ScoreRequestSerializer
from portfolio.api.exhibitions.submissions import seen_submission, tell
from portfolio.models import Juror, Submission, SubmittedWork
from social.plain_text import refused


class ScoreView(APIView):
    """What a juror gives."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=ScoreRequestSerializer, responses=SubmissionSerializer)
    def put(self, request: Request, exhibition_id: UUID, submission_id: UUID) -> Response:
        """Score a submitted work, or all works of a submission, while jurying (else 409). A note that is not sent stays. 403
        `conflict_of_interest` for your own, and for whom you declared to be close to."""
        exhibition = seen_exhibition(request, exhibition_id)
        if Juror.objects.filter(exhibition=exhibition, user=person(request)).exists():
            require_jurying(exhibition)  # first: what they judged they see no longer
        submission = seen_submission(request, exhibition_id, submission_id)
        serializer = ScoreRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        said = serializer.validated_data
        score(
            submission=submission,
            by=person(request),
            score=said["score"],
            note=said.get("note"),
            work_id=work_named(submission, said),
        )
        return tell(request, submission_id)

    @extend_schema(request=ScoreRequestSerializer, responses=SubmissionSerializer)
    def patch(self, request: Request, exhibition_id: UUID, submission_id: UUID) -> Response:
        """As PUT."""
        return self.put(request, exhibition_id, submission_id)


def work_named(submission: Submission, said: Mapping[str, Any]) -> UUID | None:
    """The submitted work that is named, None where none is. Where jurying is blind, works go by these ids alone: a work's own id
    would be a way to ask whose it is. Raises ValidationError on `artwork_id`."""
    if "work_id" in said or "artwork_id" not in said:
        return said.get("work_id")
    if submission.exhibition.blind:
        return said["artwork_id"]
    works = SubmittedWork.objects.filter(submission=submission, artwork=said["artwork_id"])
    found = works.values_list("pk", flat=True).first()
    if found is None:
        raise refused("artwork_id", _("There is no such work in it."), code="does_not_exist")
    return found
