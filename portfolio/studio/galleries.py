"""One's own galleries: as a list, as forms, and what hangs in one and might."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from rest_framework.serializers import Serializer

from accounts.requests import person
from gallery.api.gallery_requests import GalleryChangeSerializer, NewGallerySerializer
from gallery.api.rooms import tell_galleries
from gallery.api.work_filters import ArtworkFilter
from gallery.models import Artwork, Gallery, GalleryArtwork, GalleryVisibility
from portfolio.finding.sheets import Sheet, sheet_of
from portfolio.hanging.rooms import Room, room
from portfolio.looks.themes import Theme
from portfolio.studio.judged import JudgedForm
from portfolio.studio.work_fields import capitals, choice, line, lines
from portfolio.studio.work_list import COLUMNS, WorkRow, tell_rows


class NewGalleryForm(JudgedForm):
    """A gallery that is made: the rest is said on its own page."""

    serializer: type[Serializer] = NewGallerySerializer

    name = line(_("Name"))
    visibility = choice(_("Who sees it"), lambda: capitals(GalleryVisibility.choices))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].widget.attrs["required"] = True


class GalleryForm(NewGalleryForm):
    """All that is said of a gallery. `hung` are the works that may be its cover: (id, title)."""

    serializer = GalleryChangeSerializer

    description = lines(_("Description"), longest=10_000, rows=4)
    theme = choice(_("Theme"), lambda: [("", _("As the portfolio")), *Theme.choices], required=False)
    cover_artwork_id = choice(_("Cover"), (), required=False)
    field_order = ("name", "description", "visibility", "theme", "cover_artwork_id")

    def __init__(self, *args: Any, hung: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        cover = self.fields["cover_artwork_id"]
        assert isinstance(cover, forms.ChoiceField)  # noqa: S101 - for the type checker
        cover.choices = [("", _("The first that is seen")), *hung]

    def told(self, taken: Any) -> dict[str, Any]:
        """What was changed; no choice of a cover is null."""
        told = {name: taken[name] for name in self.changed_data if name in taken}
        return told | ({"cover_artwork_id": told["cover_artwork_id"] or None} if "cover_artwork_id" in told else {})


def as_it_stands(gallery: Gallery) -> dict[str, Any]:
    """What is said of a gallery."""
    said = {name: getattr(gallery, name) for name in ("name", "description", "visibility", "theme")}
    return said | {"cover_artwork_id": str(gallery.cover_artwork_id or "")}


@dataclass(frozen=True)
class OwnRoom:
    """A gallery as its artist is told of it."""

    id: UUID
    room: Room
    visibility: Any
    is_public: bool
    is_hidden: bool
    view_count: int


def list_galleries(request: HttpRequest) -> tuple[Sheet, list[OwnRoom]]:
    """A page of one's galleries by name. Three queries, and one where copies are fetched elsewhere."""
    own = Gallery.objects.filter(owner=person(request)).order_by("sort_name", "pk")
    sheet = sheet_of(request, own.values_list("pk", flat=True), {})
    told = tell_galleries(sheet.rows, viewer=request.user, base="")
    return sheet, [
        OwnRoom(
            id=each["id"],
            room=room(each),
            visibility=GalleryVisibility(each["visibility"]).label,
            is_public=each["visibility"] == GalleryVisibility.PUBLIC,
            is_hidden=each["is_hidden"],
            view_count=each["view_count"],
        )
        for each in told
    ]


def hung_in(gallery: Gallery, *, viewer: Any) -> list[WorkRow]:
    """All that hangs in a gallery, in its order: it is put in order as a whole. Two queries."""
    rows = GalleryArtwork.objects.filter(gallery=gallery.pk).order_by("position", "artwork")
    order = list(rows.values_list("artwork", flat=True))
    found = {row["pk"]: row for row in Artwork.objects.filter(pk__in=order).values(*COLUMNS)}
    return tell_rows([found[pk] for pk in order if pk in found], viewer=viewer)


def tray_of(request: HttpRequest, gallery: Gallery) -> tuple[Sheet, list[WorkRow], str]:
    """A page of one's works that do not hang there, the newest first, found by words. Two queries, and what searching takes."""
    words = request.GET.get("search", "").strip()
    hangs = GalleryArtwork.objects.filter(gallery=gallery.pk, artwork=OuterRef("pk"))
    own = Artwork.objects.filter(~Exists(hangs), owner=person(request))
    found = ArtworkFilter({"search": words}, queryset=own, request=request).qs if words else own
    sheet = sheet_of(request, found.order_by("-sort_date", "-pk").values(*COLUMNS), {"search": words})
    return sheet, tell_rows(sheet.rows, viewer=request.user), words
