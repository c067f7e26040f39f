"""What the pages of an organiser share: the exhibition that is theirs, and what stands above each of its pages."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.requests import person
from portfolio.labels.exhibitions import deadline_of, state_of
from portfolio.models import Exhibition, ExhibitionStatus
from portfolio.permissions import exhibition_roles
from portfolio.workflow.machine import Transition
from portfolio.workflow.tables import EXHIBITION


def organised(request: HttpRequest, exhibition_id: UUID) -> Exhibition:
    """One's own, with `submission_count`. One query; raises Http404 for everyone else's, as for what is not there."""
    own = Exhibition.objects.visible_to(request.user).filter(organizer=person(request))
    return get_object_or_404(own.select_related("organizer").with_counts(), pk=exhibition_id)


def head_of(exhibition: Exhibition, *, viewer: Any, place: str) -> dict[str, Any]:
    """What every page says above itself; `place` is its own name. One query while it is jurying: whether all is decided."""
    return {
        "exhibition": exhibition,
        "state": state_of(exhibition),
        "deadline": deadline_of(exhibition),
        "moves": moves_of(exhibition, viewer=viewer),
        "can_delete": can_delete(exhibition),
        "place": place,
    }


def moves_of(exhibition: Exhibition, *, viewer: Any) -> list[Transition]:
    """Where it may go now by a button. Announcing has a page of its own, with a way to it that is always there."""
    allowed = EXHIBITION.allowed(exhibition, exhibition_roles(viewer, exhibition))
    return [each for each in allowed if each.target != ExhibitionStatus.ANNOUNCED]


def can_delete(exhibition: Any) -> bool:
    """Whether it is a draft to which nothing was submitted. Needs `submission_count`."""
    return exhibition.status == ExhibitionStatus.DRAFT and not exhibition.submission_count
