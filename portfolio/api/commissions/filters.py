"""What lists of commissions are filtered by."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from portfolio.models import Commission, CommissionStatus
from portfolio.permissions import ARTIST, CLIENT

ROLES = ((ARTIST, ARTIST), (CLIENT, CLIENT))


class CommissionFilter(filters.FilterSet):
    role = filters.ChoiceFilter(choices=ROLES, method="as_role", help_text="What you are in it.")
    status = filters.ChoiceFilter(choices=CommissionStatus.choices)

    class Meta:
        model = Commission
        fields: list[str] = []

    def as_role(self, commissions: QuerySet, name: str, value: Any) -> QuerySet:
        return commissions.filter(**{value: self.request.user})
