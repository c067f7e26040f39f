"""One file, and one folder, in the studio."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.files import change_file, delete_file
from gallery.actions.folders import change_folder, delete_folder
from gallery.api.documents import Cabinet
from gallery.models import File, Folder, Kind
from portfolio.finding.sheets import address
from portfolio.studio.files import FileForm, FolderForm, contents_of
from portfolio.views.deeds import SeeOther, deed


def listed_in(folder_id: UUID | None) -> str:
    """Where what lies in a folder is listed."""
    return address(reverse("studio-files"), {"folder": str(folder_id or "")})


@method_decorator(login_required, name="dispatch")
class FilePage(ActionFormView):
    """`/studio/files/<id>`: what is known of a file; by POST it is renamed or moved."""

    template_name = "studio/file.html"
    form_class = FileForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raises Http404 for another's."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.file = get_object_or_404(File.objects.filter(owner=person(request)), pk=kwargs["file_id"])
            self.cabinet = Cabinet(person(request))

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the folders in which it may lie."""
        return super().get_form_kwargs() | {"cabinet": self.cabinet}

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        return {"name": self.file.name, "folder_id": str(self.file.folder_id or "")}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the file."""
        told = {"place": "studio-files", "file": self.file, "path": self.cabinet.path(self.file.folder_id)}
        return super().get_context_data(**context) | told | {"is_picture": self.file.kind == Kind.IMAGE}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and go to where it lies now. Raises ValidationError on `name`."""
        file = File.objects.get(pk=self.file.pk)
        changed = change_file(file=file, by=person(self.request), **taken)
        messages.success(self.request, _("Saved."))
        return SeeOther(listed_in(changed.folder_id))


@method_decorator(login_required, name="dispatch")
class FolderPage(ActionFormView):
    """`/studio/folders/<id>`: its name and place, and its end; by POST it is renamed or moved."""

    template_name = "studio/folder.html"
    form_class = FolderForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raises Http404 for another's."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.folder = get_object_or_404(Folder.objects.filter(owner=person(request)), pk=kwargs["folder_id"])
            self.cabinet = Cabinet(person(request))

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the folders in which it may lie."""
        return super().get_form_kwargs() | {"cabinet": self.cabinet, "folder": self.folder}

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        return {"name": self.folder.name, "parent_id": str(self.folder.parent_id or "")}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what is in it."""
        told = {"place": "studio-files", "folder": self.folder, "inside": contents_of(self.folder, self.cabinet)}
        return super().get_context_data(**context) | told | {"path": self.cabinet.path(self.folder.parent_id)}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and go into it. Raises ValidationError by field, Conflict."""
        folder = Folder.objects.get(pk=self.folder.pk)
        changed = change_folder(folder=folder, by=person(self.request), **taken)
        messages.success(self.request, _("Saved."))
        return SeeOther(listed_in(changed.pk))


@deed("", on="studio-file")
def end_file(request: HttpRequest, back: str, file_id: UUID) -> str:
    """Deletes a file. Raises Http404, Conflict for a picture that a work shows."""
    file = File.objects.get(owner=person(request), pk=file_id)
    delete_file(file=file, by=person(request))
    messages.success(request, _("“%(name)s” is deleted.") % {"name": file.name})
    return listed_in(file.folder_id)


@deed("", on="studio-folder")
def end_folder(request: HttpRequest, back: str, folder_id: UUID) -> str:
    """Deletes a folder; with what is in it where that was ticked. Raises Http404, Conflict."""
    folder = Folder.objects.get(owner=person(request), pk=folder_id)
    name, parent_id = folder.name, folder.parent_id
    delete_folder(folder=folder, by=person(request), with_contents=request.POST.get("contents") == "delete")
    messages.success(request, _("The folder “%(name)s” is deleted.") % {"name": name})
    return listed_in(parent_id)
