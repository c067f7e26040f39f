"""Who is on a jury."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.requests import person
from portfolio.models import Exhibition, ExhibitionStatus, Juror


def seat_of(request: HttpRequest, exhibition_id: UUID) -> Juror:
    """The one who asks, as a juror of this exhibition, which comes with them. One query; raises Http404 for who is not on its
    jury, as for what is not there."""
    seen = Exhibition.objects.visible_to(request.user)
    juror = get_object_or_404(
        Juror.objects.filter(exhibition__in=seen).select_related("exhibition"),
        exhibition=exhibition_id,
        user=person(request),
    )
    juror.user = person(request)
    return juror


def is_settled(juror: Juror) -> bool:
    """Whether it can no longer be said to whom they are close: in a blind jury, what went missing then would tell whose it is."""
    exhibition = juror.exhibition
    return exhibition.blind and exhibition.status not in (ExhibitionStatus.DRAFT, ExhibitionStatus.OPEN)
