"""The moderator's view of likes: to look at, and to take back."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from social.actions.likes import take_back
from social.models import Like


@admin.register(Like)
class LikeAdmin(admin.ModelAdmin):
    """Who likes what. One that is taken back here is no longer counted."""

    list_display = ("user", "artwork", "liked_at")
    list_filter = ("liked_at",)
    list_select_related = ("user", "artwork")
    search_fields = ("user__username", "artwork__title")
    ordering = ("-liked_at",)
    fields = readonly_fields = ("user", "artwork", "liked_at")
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A person likes for themselves."""
        return False

    def delete_model(self, request: HttpRequest, obj: Like) -> None:
        """As the person would."""
        take_back(like=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Like]) -> None:
        """One by one, since each is counted."""
        for like in queryset.select_related("user"):
            take_back(like=like, by=request.user)
