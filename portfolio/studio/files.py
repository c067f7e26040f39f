"""One's own files and folders, as the studio lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from gallery.api.documents import Cabinet
from gallery.api.files import FoldersThenFiles, matching
from gallery.api.filters import FileFilter
from gallery.models import File, Folder, Kind
from portfolio.fields import OFF, text_field

ORDERS = {
    "name": ("sort_name", _("By name")),
    "-date": ("-uploaded_at", _("Newest first")),
    "-size": ("-size", _("Largest first")),
}
KINDS = {Kind.IMAGE: _("Pictures"), Kind.FILE: _("Everything else")}


class FolderForm(forms.Form):
    """A folder's name and place, by the names that `create_folder` and `change_folder` have for them; `folder` is the one that is
    changed, which cannot lie in itself."""

    name = text_field(_("Name"), longest=255)
    parent_id = forms.ChoiceField(label=_("Lies in"), required=False, widget=forms.Select(attrs=dict(OFF)))

    def __init__(self, *args: Any, cabinet: Cabinet, folder: Folder | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cabinet = cabinet
        self.fields["parent_id"].choices = folders_to_choose(cabinet, besides=folder)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """With the folder that it lies in, as `parent`."""
        taken: dict[str, Any] = super().clean() or {}
        return into_folder(taken, self.cabinet, "parent_id", "parent")


class FileForm(forms.Form):
    """A file's name and place, by the names that `change_file` has for them."""

    name = text_field(_("Name"), longest=255)
    folder_id = forms.ChoiceField(label=_("Lies in"), required=False, widget=forms.Select(attrs=dict(OFF)))

    def __init__(self, *args: Any, cabinet: Cabinet, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cabinet = cabinet
        self.fields["folder_id"].choices = folders_to_choose(cabinet)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """With the folder that it lies in, as `folder`."""
        taken: dict[str, Any] = super().clean() or {}
        return into_folder(taken, self.cabinet, "folder_id", "folder")


def into_folder(taken: dict[str, Any], cabinet: Cabinet, by_id: str, name: str) -> dict[str, Any]:
    if by_id in taken:
        folder_id = taken.pop(by_id)
        taken[name] = cabinet.folders[UUID(folder_id)] if folder_id else None
    return taken


def folders_to_choose(cabinet: Cabinet, *, besides: Folder | None = None) -> list[tuple[str, Any]]:
    """All folders by their paths, but for one and what lies in it; none first."""
    told = [(folder, cabinet.path(folder.pk)) for folder in cabinet.folders.values()]
    paths = {
        str(folder.pk): " / ".join(each["name"] for each in path)
        for folder, path in told
        if besides is None or besides.pk not in {each["id"] for each in path}
    }
    return [("", _("No folder")), *sorted(paths.items(), key=lambda entry: entry[1].lower())]


@dataclass(frozen=True)
class Asked:
    """What a list of files is narrowed to, as the address says; what it says wrongly is not asked."""

    folder: UUID | None
    search: str
    kind: str
    order: str

    @property
    def parameters(self) -> Mapping[str, str]:
        """As an address tells them."""
        told = {"folder": str(self.folder or ""), "search": self.search, "kind": self.kind}
        return told | {"order": "" if self.order == "name" else self.order}


def asked_in(told: Mapping[str, str], cabinet: Cabinet) -> Asked | None:
    """What an address asks for; None where it names a folder that is not there."""
    kind, order = told.get("kind", ""), told.get("order", "")
    try:
        folder = UUID(told["folder"]) if told.get("folder") else None
    except ValueError:
        return None
    if folder is not None and folder not in cabinet.folders:
        return None
    search = " ".join(told.get("search", "").split())[:500]
    return Asked(folder, search, kind if kind in KINDS else "", order if order in ORDERS else "name")


def entries_of(owner: User, cabinet: Cabinet, asked: Asked) -> Sequence[Folder | File]:
    """What lies in the folder, folders first; a search without a folder looks everywhere. A page costs a query, and its count
    another."""
    data = {"search": asked.search, "kind": asked.kind}
    files: QuerySet[File] = FileFilter(data, queryset=File.objects.filter(owner=owner)).qs
    if asked.folder is not None or not asked.search:
        files = files.filter(folder=asked.folder)
    files = files.annotate(sort_name=Lower("name")).order_by(ORDERS[asked.order][0], "pk")
    return FoldersThenFiles([] if asked.kind else matching(cabinet, asked.folder, asked.search), files)


def contents_of(folder: Folder, cabinet: Cabinet) -> dict[str, int]:
    """How much lies in a folder and in those below it: `files`, `folders`, `bytes`."""
    below = [each for each in cabinet.folders if folder.pk in {step["id"] for step in cabinet.path(each)}]
    held = [cabinet.held[each] for each in below if each in cabinet.held]
    return {
        "folders": len(below) - 1,
        "files": sum(row["files"] for row in held),
        "bytes": sum(row["bytes"] for row in held),
    }
