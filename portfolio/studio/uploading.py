"""What the page for uploads asks, and what it tells a browser of what will be taken, so that nothing is sent in vain."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import User, Visibility
from gallery.actions.tags import fold_tags
from gallery.actions.uploads import Wishes
from gallery.api.documents import Cabinet
from gallery.intake.kinds import SIGNATURES, TYPES, is_allowed
from gallery.models import Album, Folder

OFF = {"autocomplete": "off"}
VISIBILITIES = [(value, capfirst(label)) for value, label in Visibility.choices]


class UploadForm(forms.Form):
    """Where files go and what is said of them, by the names of the API; the one file that comes without script is streamed past
    the form, its field is where it is chosen."""

    file = forms.FileField(label=_("File"), required=False, widget=forms.FileInput(attrs=OFF))
    folder_id = forms.ModelChoiceField(Folder.objects.none(), label=_("Folder"), required=False)
    album_id = forms.ModelChoiceField(
        Album.objects.none(), label=_("Album"), required=False, empty_label=_("In no album")
    )
    visibility = forms.ChoiceField(label=_("Who sees them"), choices=VISIBILITIES)
    tags = forms.CharField(
        label=_("Tags"),
        required=False,
        max_length=500,
        help_text=_("Separated by commas."),
        widget=forms.TextInput(OFF),
    )

    def __init__(self, *args: Any, owner: User, links: Collection[UUID] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        folder, album = self.fields["folder_id"], self.fields["album_id"]
        assert isinstance(folder, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        assert isinstance(album, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        folder.queryset = Folder.objects.visible_to(owner)
        folder.choices = folders_of(owner)
        album.queryset = Album.objects.taking_from(owner, links).order_by("name", "pk")

    def clean_tags(self) -> list[str]:
        """Each once. Raises ValidationError."""
        try:
            return fold_tags([self.cleaned_data["tags"]])
        except forms.ValidationError as error:
            raise forms.ValidationError(error.messages) from error


def folders_of(owner: User) -> list[tuple[str, Any]]:
    """A person's folders to choose from, each told with those that it lies in. Two queries."""
    cabinet = Cabinet(owner)
    paths = [(str(each), [step["name"] for step in cabinet.path(each)]) for each in cabinet.folders]
    inner = sorted(paths, key=lambda pair: [name.lower() for name in pair[1]])
    return [("", _("At the top")), *((each, " / ".join(names)) for each, names in inner)]


def wishes_in(taken: dict[str, Any]) -> Wishes:
    """What the form took, as an upload takes it."""
    return Wishes(
        folder=taken["folder_id"], album=taken["album_id"], visibility=taken["visibility"], tags=taken["tags"]
    )


def what_is_taken(owner: User) -> dict[str, Any]:
    """What a browser can judge by itself: bytes that a file may have and that are `free`, extensions by kind, and how the first
    bytes of each picture read, as regular expressions in which a character is a byte."""
    kinds = [kind for kind in TYPES.values() if is_allowed(kind, settings.ALLOWED_FILE_TYPES)]
    known = {kind.mime for kind in kinds}
    return {
        "largest": settings.MAX_UPLOAD_SIZE,
        "free": owner.statistics.storage_free,
        "pictures": [each for kind in TYPES.values() if kind.is_picture for each in kind.extensions],
        "extensions": [each for kind in kinds for each in kind.extensions],
        "signatures": [
            {"pattern": signature.pattern.decode("ascii"), "taken": mime in known} for signature, mime in SIGNATURES
        ],
    }
