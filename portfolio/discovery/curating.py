"""Buttons in the admin's lists that put things forward, and take them back."""

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portfolio.actions.features import feature, unfeature
from portfolio.models import Feature, Target
from portfolio.permissions import can_curate

WEEK, MONTH = timedelta(days=7), timedelta(days=30)


class Curating(admin.ModelAdmin):
    """Beside an admin of things that may be put forward: says which are, and has the buttons."""

    target: Target

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With whether staff have put it forward."""
        standing = Feature.objects.standing().filter(target_type=self.target, target_id=OuterRef("pk"))
        return super().get_queryset(request).annotate(put_forward=Exists(standing))

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The list says so too."""
        return [*super().get_list_display(request), "is_put_forward"]

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """What the buttons ask for."""
        return can_curate(request.user)

    @admin.display(description=gettext_lazy("featured"), boolean=True, ordering="put_forward")
    def is_put_forward(self, thing: Any) -> bool:
        """As the list has asked."""
        return thing.put_forward

    @admin.action(description=gettext_lazy("Feature for a week"), permissions=["curate"])
    def feature_for_a_week(self, request: HttpRequest, things: QuerySet[Any]) -> None:
        """From now on."""
        self.feature_all(request, things, until=timezone.now() + WEEK)

    @admin.action(description=gettext_lazy("Feature for a month"), permissions=["curate"])
    def feature_for_a_month(self, request: HttpRequest, things: QuerySet[Any]) -> None:
        """30 days."""
        self.feature_all(request, things, until=timezone.now() + MONTH)

    @admin.action(description=gettext_lazy("Stop featuring"), permissions=["curate"])
    def stop_featuring(self, request: HttpRequest, things: QuerySet[Any]) -> None:
        """Those that are not featured stay as they are."""
        picks = Feature.objects.filter(target_type=self.target, target_id__in=things.values("pk"))
        for pick in picks:
            unfeature(pick=pick, by=request.user)
        self.message_user(request, _("Featured no longer: %d.") % len(picks), messages.SUCCESS)

    def feature_all(self, request: HttpRequest, things: QuerySet[Any], **terms: Any) -> None:
        """Puts these things forward, but for those that may not be, and says which those are."""
        done, refused = 0, []
        for thing in things:
            note = Feature.objects.filter(target_type=self.target, target_id=thing.pk).values_list("note", flat=True)
            try:
                feature(target_type=self.target, target_id=thing.pk, by=request.user, note=note.first() or "", **terms)
                done += 1
            except ValidationError:
                refused.append(str(thing))
        if done:
            self.message_user(request, _("Featured: %d.") % done, messages.SUCCESS)
        if refused:
            words = _("Not everyone may see these, or they are mature: %s.") % ", ".join(refused)
            self.message_user(request, words, messages.WARNING)
