"""The forms in which an album is made, changed and deleted."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.models import Album, Privacy
from portfolio.fields import OFF, text_field
from portfolio.studio.albums import tree_of


class AlbumForm(forms.Form):
    """What is said of an album, by the names that `create_album` and `change_album` have for it; `album` is the one that is
    changed, which cannot lie in itself."""

    name = text_field(_("Name"), longest=200)
    description = text_field(_("Description"), longest=10_000, rows=4, required=False)
    privacy_setting = forms.ChoiceField(
        label=_("Who sees it"),
        choices=[
            (Privacy.PRIVATE, _("Only you")),
            (Privacy.SHARED, _("You, and whom you share it with")),
            (Privacy.PUBLIC, _("Everybody, and every picture in it")),
        ],
        initial=Privacy.PRIVATE,
        widget=forms.Select(attrs=dict(OFF)),
    )
    parent_id = forms.TypedChoiceField(
        label=_("Lies in"), required=False, coerce=UUID, empty_value=None, widget=forms.Select(attrs=dict(OFF))
    )

    def __init__(self, *args: Any, owner: User, album: Album | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.owner = owner
        self.fields["parent_id"].choices = albums_to_choose(owner, besides=album.pk if album else None)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """With the album that it lies in, as `parent`."""
        taken: dict[str, Any] = super().clean() or {}
        if "parent_id" in taken:
            parent_id = taken.pop("parent_id")
            taken["parent"] = Album.objects.filter(owner=self.owner).get(pk=parent_id) if parent_id else None
        return taken


class DeleteAlbumForm(forms.Form):
    """What becomes of the pictures."""

    images = forms.ChoiceField(
        label=_("Its pictures"),
        choices=[("keep", _("stay in your library")), ("delete", _("are deleted too"))],
        initial="keep",
        widget=forms.RadioSelect,
    )


def albums_to_choose(owner: User, *, besides: UUID | None = None, empty: Any = None) -> list[tuple[str, Any]]:
    """All of a person's albums by their paths, behind the words for none. One query."""
    choices = [(str(each.id), each.path) for each in tree_of(owner) if each.id != besides]
    return [("", empty or _("No other album")), *choices]
