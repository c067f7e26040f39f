"""What a person keeps here: folders, and files of any permitted type."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from tree_queries.models import TreeNode

from accounts.models.identifiers import new_id
from gallery.querysets.files import FileQuerySet, FolderQuerySet


class Folder(TreeNode):
    """A person's own order of their files. No two beside each other share a name, whatever its case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="folders", verbose_name=_("owner")
    )
    name = models.CharField(_("name"), max_length=255)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = FolderQuerySet.as_manager(with_tree_fields=False)

    class Meta:
        verbose_name = _("folder")
        verbose_name_plural = _("folders")
        constraints = [
            models.UniqueConstraint("owner", "parent", Lower("name"), name="folder_name_beside"),
            models.UniqueConstraint(
                "owner", Lower("name"), name="folder_name_at_root", condition=models.Q(parent__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Kind(models.TextChoices):
    """Whether a file is a picture, which can be shown, or anything else, which is kept."""

    IMAGE = "image", _("image")
    FILE = "file", _("file")


class File(models.Model):
    """One file as it was given, kept under `stored_name`, which says nothing of the user's own name for it.

    The same bytes are kept once for each person. What is set at upload never changes, but for `name` and `folder`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="files", verbose_name=_("owner")
    )
    folder = models.ForeignKey(
        Folder, on_delete=models.RESTRICT, null=True, blank=True, related_name="files", verbose_name=_("folder")
    )
    name = models.CharField(_("name"), max_length=255)
    original_filename = models.CharField(_("name when uploaded"), max_length=255)
    stored_name = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("bytes"))
    mime_type = models.CharField(_("type"), max_length=127)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    checksum = models.CharField(_("checksum"), max_length=64, help_text=_("SHA-256 in hexadecimal"))
    uploaded_at = models.DateTimeField(_("uploaded at"))
    download_count = models.PositiveBigIntegerField(_("downloads"), default=0)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [models.UniqueConstraint("owner", "checksum", name="file_once_per_owner")]
        indexes = [models.Index("owner", "folder", Lower("name"), name="file_beside_others")]

    def __str__(self) -> str:
        return self.name
