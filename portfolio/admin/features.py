"""The curator's desk: what is put forward, and the buttons for it in the lists of works, galleries and artists;
of exhibitions it stands beside them.

The rooms to the left register those lists and do not know what is put forward: here they are registered again, with the buttons.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

import gallery.admin  # noqa: F401 - registers what is registered again here
from accounts.admin import ArtistAdmin
from accounts.admin.previewing import PreviewList, picture
from accounts.models import Artist
from gallery.models import Artwork, Gallery
from gallery.works_admin import ArtworkAdmin, GalleryAdmin
from portfolio.actions.features import feature, require_future, target_of, unfeature
from portfolio.admin.home_page import HomePage
from portfolio.desk.previews import of_artist, previews
from portfolio.discovery.curating import Curating
from portfolio.discovery.featuring import KINDS
from portfolio.models import Exhibition, Feature, Target

TARGET = ("target_type", "target_id")
BUTTONS = ("feature_for_a_week", "feature_for_a_month", "stop_featuring")
NAMES: tuple[tuple[Any, str], ...] = (
    (Artwork, "title"),
    (Gallery, "name"),
    (Artist, "artist_name"),
    (Exhibition, "title"),
)


class CuratedArtworkAdmin(Curating, ArtworkAdmin):
    """Works, to be put forward."""

    target = Target.ARTWORK
    actions = (*BUTTONS, *ArtworkAdmin.actions)


class CuratedGalleryAdmin(Curating, GalleryAdmin):
    """Galleries, to be put forward."""

    target = Target.GALLERY
    actions = (*BUTTONS, *GalleryAdmin.actions)


class CuratedArtistAdmin(Curating, ArtistAdmin):
    """Artists, to be put forward, with their portraits."""

    target = Target.ARTIST
    list_display = ["preview", *ArtistAdmin.list_display]
    list_select_related = ["user__portfolio__portrait"]
    actions = [*BUTTONS, *ArtistAdmin.actions]

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, artist: Artist) -> SafeString | str:
        """As everyone sees them."""
        return picture(of_artist(artist).src if artist.user.is_active else "")


for model, desk in ((Artwork, CuratedArtworkAdmin), (Gallery, CuratedGalleryAdmin), (Artist, CuratedArtistAdmin)):
    admin.site.unregister(model)
    admin.site.register(model, desk)


class FeatureForm(forms.ModelForm):
    """A pick of staff's, judged as the action does."""

    target_type = forms.ChoiceField(label=gettext_lazy("kind"), choices=[(kind.value, kind.label) for kind in KINDS])

    class Meta:
        model = Feature
        fields = ("target_type", "target_id", "until", "note")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        date_and_time = getattr(self.fields["until"].widget, "widgets", ())
        for widget, label in zip(
            date_and_time, (gettext_lazy("until: date"), gettext_lazy("until: time")), strict=False
        ):
            widget.attrs["aria-label"] = label

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError; of a thing that may not be put forward on no field, since there is none where it is set."""
        kind, target_id = (self.cleaned_data.get(name, getattr(self.instance, name)) for name in TARGET)
        require_future(self.cleaned_data.get("until"))
        if kind and target_id:
            try:
                target_of(kind, target_id)
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return self.cleaned_data


@admin.register(Feature)
class FeatureAdmin(HomePage):
    """What staff put forward. What it is stays; until when, and the note, may be changed."""

    form = FeatureForm
    list_display = (
        "preview",
        "thing",
        "target_type",
        "position",
        "stands",
        "until",
        "note",
        "created_by",
        "created_at",
    )
    list_display_links = ("thing",)
    list_filter = ("target_type", "until", "created_at")
    list_select_related = ("created_by",)
    search_fields = ("note", "thing")
    search_help_text = gettext_lazy("By name or note.")
    ordering = ("target_type", "position", "-created_at", "-pk")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """One that reads the pictures of its rows together."""
        return PreviewList

    def attach(self, picks: Sequence[Any]) -> None:
        """One query for each kind among them."""
        told: dict[Any, Any] = {}
        for kind in Target:
            told |= previews(kind, [pick.target_id for pick in picks if pick.target_type == kind])
        for pick in picks:
            pick.preview = told.get(pick.target_id)

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, pick: Any) -> SafeString | str:
        """As everyone sees it."""
        return picture(pick.preview.src if pick.preview else "")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Feature]:
        """With the name of each thing, in the list's own query."""
        names = [
            Subquery(model.objects.filter(pk=OuterRef("target_id")).values(name)[:1], output_field=CharField())
            for model, name in NAMES
        ]
        return super().get_queryset(request).annotate(thing=Coalesce(*names, Value("-")))

    @admin.display(description=gettext_lazy("what"), ordering="thing")
    def thing(self, pick: Any) -> str:
        """As the list has asked; a dash for what is gone."""
        return pick.thing

    @admin.display(description=gettext_lazy("stands"), boolean=True)
    def stands(self, pick: Feature) -> bool:
        """Whether its time is not over."""
        return pick.until is None or pick.until > timezone.now()

    def get_readonly_fields(self, request: HttpRequest, obj: Feature | None = None) -> tuple[str, ...]:
        """Another thing is another pick."""
        return TARGET if obj else ()

    def save_model(self, request: HttpRequest, obj: Feature, form: forms.ModelForm, change: bool) -> None:
        """By the action, as through the API."""
        told = {name: getattr(obj, name) for name in (*TARGET, "until", "note")}
        obj.pk = feature(by=request.user, **told)[0].pk

    def delete_model(self, request: HttpRequest, obj: Feature) -> None:
        """Put forward no longer."""
        unfeature(pick=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Feature]) -> None:
        """One by one, since each is noted beside its thing."""
        for pick in queryset:
            unfeature(pick=pick, by=request.user)

    def log_addition(self, request: HttpRequest, obj: Feature, message: Any) -> Any:
        """The action has noted itself, beside the thing."""

    def log_change(self, request: HttpRequest, obj: Feature, message: Any) -> Any:
        """Likewise."""

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Feature]) -> Any:
        """Likewise."""
