"""What the lists of people's deeds have in common: to look at, and to take back."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest


class DeedAdmin(admin.ModelAdmin):
    """Deeds as they were done, the last first. Deleting one takes it back by an action; several one by one: each is counted."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A person does it for themselves."""
        return False

    def undo(self, deed: Any, *, by: Any) -> None:
        """Takes one back; each kind names its action."""
        raise NotImplementedError

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """As the person would."""
        self.undo(obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """One by one."""
        for deed in queryset:
            self.delete_model(request, deed)
