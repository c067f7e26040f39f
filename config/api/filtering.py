"""Filters that cost nothing where none is asked for."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request


class AskedFilters(DjangoFilterBackend):
    """Builds a view's filter set, a form of a dozen fields, only for a request that names one of its filters."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        filterset = self.get_filterset_class(view, queryset)
        if filterset is None or not any(name in filterset.base_filters for name in request.query_params):
            return queryset
        filtered: QuerySet = super().filter_queryset(request, queryset, view)
        return filtered
