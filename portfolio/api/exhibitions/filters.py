"""What lists of exhibitions are filtered by."""

from uuid import UUID

import django_filters as filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gallery.api.filters import MomentFilter
from gallery.api.work_filters import YESNO
from portfolio.models import Exhibition, ExhibitionStatus


def known_statuses(value: str) -> None:
    """Raises ValidationError where one of them is none."""
    if set(names_in(value)) - set(ExhibitionStatus.values):
        choices = {"choices": ", ".join(ExhibitionStatus.values)}
        raise ValidationError(_("Choose one of: %(choices)s.") % choices, code="invalid_choice")


def names_in(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


class ExhibitionFilter(filters.FilterSet):
    status = filters.CharFilter(
        method="being", validators=[known_statuses], help_text="One or several, comma-separated."
    )
    location = filters.CharFilter(lookup_expr="icontains", max_length=200, help_text="A part of it, whatever the case.")
    organizer = filters.CharFilter(method="of_organizer", help_text="An id, a username, or `me`.")
    deadline_after = MomentFilter(field_name="submission_deadline", lookup_expr="gte", help_text="A time, or a date.")
    open_for_entry = filters.TypedChoiceFilter(method="taking_entries", choices=YESNO, coerce="true".__eq__)

    class Meta:
        model = Exhibition
        fields: list[str] = []

    def being(self, exhibitions: QuerySet, name: str, value: str) -> QuerySet:
        return exhibitions.filter(status__in=names_in(value))

    def of_organizer(self, exhibitions: QuerySet, name: str, value: str) -> QuerySet:
        viewer = self.request.user
        if value == "me":
            return exhibitions.filter(organizer=viewer) if viewer.is_authenticated else exhibitions.none()
        try:
            return exhibitions.filter(organizer_id=UUID(value))
        except ValueError:
            return exhibitions.filter(organizer__username__iexact=value)

    def taking_entries(self, exhibitions: QuerySet, name: str, value: bool) -> QuerySet:
        open_ones = Exhibition.objects.open_for_entry()
        return exhibitions.filter(pk__in=open_ones) if value else exhibitions.exclude(pk__in=open_ones)
