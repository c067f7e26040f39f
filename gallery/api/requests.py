"""What routes take in their bodies."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.models import Visibility
from gallery.api.fields import OwnFolderField


class TagsField(serializers.ListField):
    """A list of tags; of an HTML form, the field repeated."""

    child = serializers.CharField(max_length=500, allow_blank=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=100, **options)


class AlbumField(serializers.UUIDField):
    """One of the sender's albums. There are none yet, so that no id names one."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if data in (serializers.empty, None, ""):
            raise serializers.SkipField
        super().run_validation(data)
        raise serializers.ValidationError(_("There is no such album of yours."), code="does_not_exist")


class UploadSerializer(serializers.Serializer):
    """What is said of every file of an upload."""

    folder_id = OwnFolderField()
    album_id = AlbumField(required=False)
    title = serializers.CharField(required=False, allow_blank=True, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    tags = TagsField()
    visibility = serializers.ChoiceField(Visibility.choices, required=False, allow_blank=True)


class UploadRequestSerializer(UploadSerializer):
    """The multipart body, for the description; the files themselves are streamed past the serializer."""

    files = serializers.ListField(child=serializers.FileField(), help_text="`file`, `image`, `images` name them too.")


class CheckSerializer(serializers.Serializer):
    checksums = serializers.ListField(
        child=serializers.RegexField(r"^[0-9a-fA-F]{64}$", help_text="SHA-256 in hexadecimal."), max_length=500
    )


class ImageChangeSerializer(serializers.Serializer):
    title = serializers.CharField(required=False, allow_blank=True, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    alt_text = serializers.CharField(required=False, allow_blank=True, max_length=1_000)
    tags = TagsField()
    album_id = AlbumField(required=False)
    visibility = serializers.ChoiceField(Visibility.choices, required=False)
    allow_download = serializers.BooleanField(required=False)


class FileChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=500)
    folder_id = OwnFolderField(source="folder")


class FolderChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=500)
    parent_id = OwnFolderField(source="parent")


class FolderSerializer(FolderChangeSerializer):
    name = serializers.CharField(max_length=500)
