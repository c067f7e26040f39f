"""A file that is a picture."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.translation import gettext_lazy as _

from accounts.models import AiTraining, Visibility
from gallery.models.files import File
from gallery.models.tags import Tag
from gallery.querysets.images import ImageQuerySet


class Processing(models.TextChoices):
    """How far the renditions of a picture are."""

    PENDING = "pending", _("pending")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Image(models.Model):
    """What is known of a picture; its id is that of its file.

    `owner`, `uploaded_at`, `file_size`, `mime_type` and `original_filename` repeat what the file says, so that lists are
    filtered and ordered by indexes of this table alone; none of them ever changes. `width` and `height` are as displayed.
    `visibility` is what its owner set, `is_public` whether anyone may see it: by that, or in a public album, unless a moderator
    hid it or its owner is shut out (`gallery.actions.reach`). It is no generated column, since SQLite never reads those from an
    index.
    """

    file = models.OneToOneField(File, on_delete=models.CASCADE, primary_key=True, related_name="image")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="images", verbose_name=_("owner")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"))
    updated_at = models.DateTimeField(auto_now=True)
    file_size = models.PositiveBigIntegerField()
    mime_type = models.CharField(_("type"), max_length=127)
    original_filename = models.CharField(_("file name"), max_length=255)

    title = models.CharField(_("title"), max_length=200, blank=True)
    description = models.TextField(_("description"), max_length=10_000, blank=True)
    alt_text = models.CharField(_("text alternative"), max_length=1_000, blank=True)
    sort_name = models.GeneratedField(
        expression=Lower(Coalesce(NullIf("title", models.Value("")), "original_filename")),
        output_field=models.CharField(max_length=255),
        db_persist=True,
    )
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    is_hidden = models.BooleanField(_("hidden"), default=False, editable=False, help_text=_("By a moderator"))
    is_public = models.BooleanField(
        _("seen by anyone"), default=False, editable=False, help_text=_("Public itself, or in a public album")
    )
    is_shown = models.BooleanField(
        default=False, editable=False, help_text=_("By a work that anyone may see, within its artist's limits")
    )
    allow_download = models.BooleanField(_("may be downloaded"), default=True)
    ai_training = models.CharField(
        max_length=12, choices=AiTraining.choices, blank=True, help_text=_("Empty: as its owner says of all")
    )
    copyright_notice = models.CharField(
        max_length=500, blank=True, help_text=_("In place of what the file and its owner say")
    )
    tags = models.ManyToManyField(Tag, through="gallery.ImageTag", related_name="images")

    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    has_alpha = models.BooleanField(default=False)
    frames = models.PositiveIntegerField(default=1)
    perceptual_hash = models.CharField(max_length=16, help_text=_("64-bit difference hash in hexadecimal"))
    placeholder = models.TextField()
    colors = models.JSONField(default=list)
    quality = models.JSONField(default=dict)
    redactions = models.JSONField(default=list, help_text=_("What a stranger's download has blanked"))
    processing = models.CharField(
        _("drawing of its copies"), max_length=10, choices=Processing.choices, default=Processing.PENDING
    )
    view_count = models.PositiveBigIntegerField(default=0)

    camera_make = models.CharField(max_length=200, blank=True)
    camera_model = models.CharField(max_length=200, blank=True)
    lens = models.CharField(max_length=200, blank=True)
    date_taken = models.DateTimeField(
        null=True, blank=True, help_text=_("The camera's clock, read as UTC where it named no zone")
    )
    focal_length = models.FloatField(null=True, blank=True, help_text=_("Millimetres"))
    aperture = models.FloatField(null=True, blank=True, help_text=_("The f-number"))
    iso = models.PositiveIntegerField(null=True, blank=True)
    shutter_speed = models.CharField(max_length=20, blank=True, help_text=_("Seconds, as 1/250"))
    location_lat = models.FloatField(null=True, blank=True)
    location_lon = models.FloatField(null=True, blank=True)
    copyright = models.CharField(max_length=500, blank=True)
    creator = models.CharField(max_length=500, blank=True)
    exif = models.JSONField(default=dict)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        indexes = [
            # With what tells who may see it: a page and a count for a person are read from the index alone.
            models.Index("uploaded_at", "file", "is_public", "owner", name="image_by_date"),
            models.Index("is_public", "uploaded_at", "file", name="image_public_by_date"),
            models.Index("owner", "uploaded_at", "file", name="image_own_by_date"),
            models.Index("owner", "perceptual_hash", name="image_likeness"),
            # What a person alone sees, for the counts of their tags.
            models.Index("owner", "file", name="image_hidden", condition=models.Q(is_public=False)),
            # Whether anyone disallows training, which robots.txt tells.
            models.Index("ai_training", "is_public", "owner", name="image_by_ai_training"),
        ]

    def __str__(self) -> str:
        return self.title or self.original_filename
