"""The files of the studio."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.folders import create_folder
from gallery.api.documents import Cabinet
from gallery.models import Folder
from portfolio.finding.sheets import address, sheet_of
from portfolio.studio.files import KINDS, ORDERS, FolderForm, asked_in, entries_of
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class FilesPage(ActionFormView):
    """`/studio/files?folder=…&search=…&kind=…&order=…`: what lies in a folder; by POST a folder is made in it."""

    template_name = "studio/files.html"
    form_class = FolderForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raises Http404 where the folder is not there."""
        super().setup(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return
        self.cabinet = Cabinet(person(request))
        asked = asked_in(request.GET.dict(), self.cabinet)
        if asked is None:
            raise Http404
        self.asked = asked

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the folders in which it may lie."""
        return super().get_form_kwargs() | {"cabinet": self.cabinet}

    def get_initial(self) -> dict[str, Any]:
        """In the folder at which one looks."""
        return {"parent_id": str(self.asked.folder or "")}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With a page of what is in it. Four queries."""
        asked = self.asked
        sheet = sheet_of(self.request, entries_of(person(self.request), self.cabinet, asked), asked.parameters)
        told = {
            "place": "studio-files",
            "sheet": sheet,
            "rows": [self.row(each) for each in sheet.rows],
            "asked": asked,
            "path": self.cabinet.path(asked.folder),
            "kinds": KINDS,
            "orders": {name: label for name, (_column, label) in ORDERS.items()},
            "is_narrowed": bool(asked.search or asked.kind),
        }
        return super().get_context_data(**context) | told | self.above()

    def above(self) -> dict[str, Any]:
        """The folder, and where the one that holds it is listed."""
        folder = self.cabinet.folders[self.asked.folder] if self.asked.folder else None
        parent = str(folder.parent_id or "") if folder else ""
        return {"folder": folder, "up": address(self.request.path, {"folder": parent})}

    def row(self, entry: Any) -> dict[str, Any]:
        """A folder with what is directly in it, or a file with the folder in which a search found it."""
        if isinstance(entry, Folder):
            return {"folder": entry, **self.cabinet.tell(entry), "where": self.where(entry.parent_id)}
        return {"file": entry, "where": self.where(entry.folder_id)}

    def where(self, folder_id: Any) -> str:
        """The path to what a search found elsewhere."""
        is_elsewhere = self.asked.search and folder_id != self.asked.folder
        return " / ".join(step["name"] for step in self.cabinet.path(folder_id)) if is_elsewhere else ""

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make a folder, and stay. Raises ValidationError by field, Conflict."""
        made = create_folder(by=person(self.request), **taken)
        messages.success(self.request, _("The folder “%(name)s” is there.") % {"name": made.name})
        return SeeOther(address(reverse("studio-files"), {"folder": str(made.parent_id or "")}))
