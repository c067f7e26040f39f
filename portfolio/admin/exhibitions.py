"""Exhibitions as staff see them: to look at, to put forward, to withhold, to call off. Their organisers change them."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.exceptions import Conflict
from portfolio.actions.withholding import move_exhibition, withhold_exhibition
from portfolio.admin.features import BUTTONS
from portfolio.discovery.curating import Curating
from portfolio.exhibitions.covers import copies_of_cover
from portfolio.labels.exhibitions import state_of
from portfolio.models import Exhibition, ExhibitionStatus, Target
from portfolio.permissions import STAFF, can_curate
from portfolio.querysets.exhibitions import given_up
from portfolio.workflow.tables import EXHIBITION
from social.admin.desk import ReadAdmin
from social.moderating.rights import can_moderate

Button = Callable[[admin.ModelAdmin, HttpRequest, QuerySet[Exhibition]], None]

FACTS = (
    "preview", "title", "organizer", "state", "description", "location", "is_virtual", "time_zone", "submission_deadline",
    "exhibition_start", "exhibition_end", "requirements", "submission_fee", "currency", "max_artworks_per_submission",
    "min_pixels", "mediums", "blind", "score_scale", "submissions", "is_hidden", "announced_at", "created_at", "updated_at",
)  # fmt: skip


@admin.register(Exhibition)
class ExhibitionAdmin(Curating, ReadAdmin):
    """All that are no drafts, nor were given up as such: those are their organisers' alone. Beside what is put forward, the
    buttons are those that the workflow has for staff."""

    target = Target.EXHIBITION
    list_display = (
        "preview", "title", "organizer", "state", "submissions", "submission_deadline", "exhibition_start", "is_hidden",
    )  # fmt: skip
    list_display_links = ("title",)
    list_filter = ("status", "is_hidden", "is_virtual", "blind", "submission_deadline", "created_at")
    list_select_related = ("organizer", "cover")
    search_help_text = gettext_lazy("By title, description, place or organiser.")
    search_fields = ("title", "description", "location", "organizer__username", "organizer__artist__artist_name")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    fields = readonly_fields = FACTS
    actions = (*BUTTONS, "withhold", "show_again")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Exhibition]:
        """With how many submissions there are to each."""
        listed: Any = super().get_queryset(request).filter(~Q(status=ExhibitionStatus.DRAFT), ~given_up())
        counted: QuerySet[Exhibition] = listed.with_counts()
        return counted

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, exhibition: Exhibition) -> SafeString | str:
        """The cover, of what anyone may see."""
        copies = None if exhibition.is_hidden else copies_of_cover(exhibition)
        if copies is None:
            return ""
        return format_html('<img src="{}" alt="" width="64" height="64" loading="lazy">', copies["square"]["url"])

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, exhibition: Exhibition) -> str:
        """How far it is."""
        return state_of(exhibition)

    @admin.display(description=gettext_lazy("submissions"), ordering="submission_count")
    def submissions(self, exhibition: Any) -> int:
        """As the list has asked."""
        return exhibition.submission_count

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Of all staff."""
        return can_curate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Likewise."""
        return can_curate(request.user)

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """What the buttons ask for that keep something from others."""
        return can_moderate(request.user)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """With what the workflow has for staff."""
        moves = {str(each.target): each.label for each in EXHIBITION.transitions if each.role == STAFF}
        own = {f"move_{target}": (move_to(target), f"move_{target}", label) for target, label in moves.items()}
        return super().get_actions(request) | (own if self.has_moderate_permission(request) else {})

    @admin.action(description=gettext_lazy("Withhold from all but their organisers"), permissions=["moderate"])
    def withhold(self, request: HttpRequest, exhibitions: QuerySet[Exhibition]) -> None:
        """At once, everywhere."""
        self.set_hidden(request, exhibitions, is_hidden=True)

    @admin.action(description=gettext_lazy("Show again"), permissions=["moderate"])
    def show_again(self, request: HttpRequest, exhibitions: QuerySet[Exhibition]) -> None:
        """As they were."""
        self.set_hidden(request, exhibitions, is_hidden=False)

    def set_hidden(self, request: HttpRequest, exhibitions: QuerySet[Exhibition], *, is_hidden: bool) -> None:
        changed = sum(
            withhold_exhibition(exhibition=each, by=request.user, is_hidden=is_hidden) for each in exhibitions
        )
        self.message_user(request, _("Changed: %d.") % changed, messages.SUCCESS)


def move_to(target: str) -> Button:
    """The button that moves exhibitions there, and says of which that could not be."""

    def press(desk: admin.ModelAdmin, request: HttpRequest, exhibitions: QuerySet[Exhibition]) -> None:
        for exhibition in exhibitions:
            try:
                move_exhibition(exhibition=exhibition, by=request.user, target=target)
                said, level = state_of(exhibition), messages.SUCCESS
            except Conflict as refusal:
                said, level = str(refusal.detail), messages.WARNING
            desk.message_user(request, _("%(title)s: %(said)s") % {"title": exhibition.title, "said": said}, level)

    return press
