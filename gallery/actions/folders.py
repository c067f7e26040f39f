"""Making, moving and deleting folders."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from gallery.actions.files import delete_file, valid_name
from gallery.models import File, Folder

DEEPEST = 20


def create_folder(*, by: Any, name: str, parent: Folder | None = None) -> Folder:
    """A new folder. Raises ValidationError on `name` or `parent_id`, Conflict where the name is taken beside it."""
    return save(Folder(owner=by, name=valid_name(name)), parent=parent)


def change_folder(*, folder: Folder, by: Any, **changes: Any) -> Folder:
    """Renames or moves a folder. Raises as `create_folder`, and Conflict where it would contain itself."""
    if "name" in changes:
        folder.name = valid_name(changes["name"])
    return save(folder, parent=changes.get("parent", folder.parent))


def save(folder: Folder, *, parent: Folder | None) -> Folder:
    """Puts a folder in its place.

    The owner's row is locked first: two moves at once could each be right alone and close a circle together.
    """
    try:
        with transaction.atomic():
            User.objects.select_for_update().get(pk=folder.owner_id)
            if parent is not None:
                require_place(folder, parent)
            folder.parent = parent
            folder.save()
    except IntegrityError:
        raise Conflict(_("There is a folder of this name already."), code="name_taken", attr="name") from None
    return folder


def require_place(folder: Folder, parent: Folder) -> None:
    """Raises where `folder` cannot lie in `parent`: it is not theirs, it is below itself, or the tree grows too deep."""
    if parent.owner_id != folder.owner_id:
        raise ValidationError(
            {"parent_id": ValidationError(_("There is no such folder of yours."), code="does_not_exist")}
        )
    above = [ancestor.pk for ancestor in parent.ancestors(include_self=True)]
    if folder.pk in above:
        raise Conflict(_("A folder cannot lie within itself."), code="cycle", attr="parent_id")
    if len(above) + height(folder) > DEEPEST:
        raise ValidationError({"parent_id": ValidationError(_("Folders may be %d deep.") % DEEPEST, code="too_deep")})


def height(folder: Folder) -> int:
    """How many levels a folder and what lies below it take; 1 for one that is new. One query."""
    depths = [each.tree_depth for each in folder.descendants(include_self=True)]
    return max(depths) - min(depths) + 1 if depths else 1


@transaction.atomic
def delete_folder(*, folder: Folder, by: Any, with_contents: bool = False) -> dict[str, int]:
    """Deletes a folder; one that holds anything only `with_contents`, else Conflict. Tells how much went with it."""
    User.objects.select_for_update().get(pk=folder.owner_id)
    below = list(folder.descendants(include_self=True).reverse())
    files = list(File.objects.filter(folder__in=below))
    if not with_contents and (files or len(below) > 1):
        raise Conflict(_("The folder is not empty."), code="not_empty")
    for file in files:
        delete_file(file=file, by=by)
    for each in below:
        each.delete()
    return {"files_deleted": len(files), "folders_deleted": len(below)}
