"""`exhibitions/<id>/submit` and `exhibitions/<id>/submissions`."""

from typing import Any
from uuid import UUID

import django_filters as filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.rates import spend
from accounts.requests import person
from gallery.api.addresses import site
from gallery.api.images import ordered_by
from portfolio.actions.submission_changes import change_submission
from portfolio.actions.submissions import submit
from portfolio.api.exhibitions.exhibitions import seen_exhibition
from portfolio.api.exhibitions.submission_descriptions import SubmissionSerializer
from portfolio.api.exhibitions.submission_requests import NewSubmissionSerializer, SubmissionChangeSerializer
from portfolio.api.exhibitions.submission_telling import tell_submissions
from portfolio.exhibitions.standings import mean_score
from portfolio.models import Submission, SubmissionStatus
from portfolio.permissions import ORGANIZER, exhibition_roles

SCOPE = "submission"


def seen_submission(request: Request, exhibition_id: UUID, submission_id: UUID) -> Submission:
    """The submission of a path. Raises Submission.DoesNotExist, Exhibition.DoesNotExist."""
    exhibition = seen_exhibition(request, exhibition_id)
    submissions = Submission.objects.visible_to(request.user).select_related("exhibition", "artist")
    return submissions.get(pk=submission_id, exhibition=exhibition)


def tell(request: Request, submission_id: UUID, status: int = 200) -> Response:
    """One submission as it is now. Raises Submission.DoesNotExist where it cannot be seen any more."""
    told = tell_submissions([submission_id], viewer=request.user, base=site(request))
    if not told:
        raise Submission.DoesNotExist
    return Response(told[0], status=status)


class SubmissionFilter(filters.FilterSet):
    """By what the viewer is told, so that no answer betrays what is not announced."""

    status = filters.ChoiceFilter(field_name="told_status", choices=SubmissionStatus.choices)

    class Meta:
        model = Submission
        fields: list[str] = []


class SubmitView(APIView):
    """Entering one's works."""

    permission_classes = [IsAuthenticated]
    throttle_scope = SCOPE

    @extend_schema(request=NewSubmissionSerializer, responses={201: SubmissionSerializer})
    def post(self, request: Request, exhibition_id: UUID) -> Response:
        """Submit published works of yours. 409 `not_open`, `deadline_passed`, or `already_submitted`: change that one; 403
        `blocked` where the organiser keeps you away."""
        exhibition = seen_exhibition(request, exhibition_id)
        serializer = NewSubmissionSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        submission = submit(exhibition=exhibition, by=person(request), **serializer.validated_data)
        return tell(request, submission.pk, status.HTTP_201_CREATED)


class SubmissionsView(GenericAPIView):
    """What is submitted to one exhibition."""

    permission_classes = [IsAuthenticated]
    queryset = Submission.objects.none()
    serializer_class = SubmissionSerializer
    filterset_class = SubmissionFilter
    orderings = {"date": "submitted_at", "score": "mean_score"}
    ordering_default = "date"

    def get_queryset(self) -> QuerySet[Submission]:
        """Of the path's exhibition, with `told_status`, and to its organiser in the order of scores too. Raises
        Exhibition.DoesNotExist."""
        viewer = self.request.user
        exhibition = seen_exhibition(self.request, self.kwargs["exhibition_id"])
        found = Submission.objects.visible_to(viewer).filter(exhibition=exhibition).with_told_status(viewer)
        if ORGANIZER in exhibition_roles(viewer, exhibition):
            return found.annotate(mean_score=mean_score())
        self.orderings = {"date": "submitted_at"}
        return found

    @extend_schema(operation_id="exhibitions_submissions_list", responses=SubmissionSerializer(many=True))
    def get(self, request: Request, exhibition_id: UUID) -> Response:
        """All of them to the organiser, who may order them by score; while jurying to the jury, without what is withdrawn, and
        where it is blind without what they have a conflict of interest with; to an artist their own; to others none."""
        found: QuerySet[Any] = self.filter_queryset(self.get_queryset())
        page = [row["pk"] for row in self.paginate_queryset(found.values("pk", ordered_by(found))) or []]
        return self.get_paginated_response(tell_submissions(page, viewer=request.user, base=site(request)))


class SubmissionView(APIView):
    """One submission."""

    permission_classes = [IsAuthenticated]
    error_statuses = (429,)

    @extend_schema(responses=SubmissionSerializer)
    def get(self, request: Request, exhibition_id: UUID, submission_id: UUID) -> Response:
        """A submission, as far as it is told to you."""
        return tell(request, seen_submission(request, exhibition_id, submission_id).pk)

    @extend_schema(request=SubmissionChangeSerializer, responses=SubmissionSerializer)
    def put(self, request: Request, exhibition_id: UUID, submission_id: UUID) -> Response:
        """Change what is sent and nothing else: as its artist works and statement while entry is open, or withdraw it and submit
        it again; as the organiser decide. Artists are told of decisions when they are announced."""
        submission = seen_submission(request, exhibition_id, submission_id)
        if submission.artist_id == request.user.pk:
            spend(SCOPE, str(request.user.pk))  # an organiser who decides about hundreds is not held up
        serializer = SubmissionChangeSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        change_submission(submission=submission, by=person(request), **serializer.validated_data)
        return tell(request, submission_id)

    @extend_schema(request=SubmissionChangeSerializer, responses=SubmissionSerializer)
    def patch(self, request: Request, exhibition_id: UUID, submission_id: UUID) -> Response:
        """As PUT."""
        return self.put(request, exhibition_id, submission_id)
