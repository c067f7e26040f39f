"""How files and folders are told in answers."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import Lower

from gallery.models import File, Folder


def tell_file(file: File, *, base: str) -> dict[str, Any]:
    own = f"{base}/api/files/{file.pk}"
    return {
        "type": "file",
        "id": file.pk,
        "name": file.name,
        "original_filename": file.original_filename,
        "folder_id": file.folder_id,
        "size": file.size,
        "mime_type": file.mime_type,
        "checksum": file.checksum,
        "kind": file.kind,
        "uploaded_at": file.uploaded_at,
        "download_count": file.download_count,
        "urls": {"download": f"{own}/download", "preview": f"{own}/preview"},
    }


class Cabinet:
    """All folders of a person at a glance: paths, counts and the tree, from two queries whatever their number."""

    def __init__(self, owner: Any) -> None:
        self.folders = {
            folder.pk: folder for folder in Folder.objects.filter(owner=owner).order_by(Lower("name"), "pk")
        }
        held = File.objects.filter(owner=owner, folder__isnull=False).order_by().values("folder")
        self.held = {row["folder"]: row for row in held.annotate(files=Count("pk"), bytes=Sum("size"))}

    def path(self, folder_id: Any) -> list[dict[str, Any]]:
        """From the root to the folder itself."""
        path: list[dict[str, Any]] = []
        while folder_id is not None:
            folder = self.folders[folder_id]
            path.insert(0, {"id": folder.pk, "name": folder.name})
            folder_id = folder.parent_id
        return path

    def tell(self, folder: Folder) -> dict[str, Any]:
        held = self.held.get(folder.pk, {"files": 0, "bytes": 0})
        return {
            "type": "folder",
            "id": folder.pk,
            "name": folder.name,
            "parent_id": folder.parent_id,
            "path": self.path(folder.pk),
            "file_count": held["files"],
            "total_size": held["bytes"],
        }

    def tree(self) -> list[dict[str, Any]]:
        """The folders at the root, each with its `children`, and so on below."""
        beneath: dict[Any, list[Folder]] = defaultdict(list)
        for folder in self.folders.values():
            beneath[folder.parent_id].append(folder)

        def grown(folders: Iterable[Folder]) -> list[dict[str, Any]]:
            return [{**self.tell(folder), "children": grown(beneath[folder.pk])} for folder in folders]

        return grown(beneath[None])
