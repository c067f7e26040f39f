"""What routes take in their bodies."""

from typing import Any

from rest_framework import serializers

from accounts.models import AiTraining, Visibility
from gallery.api.fields import AlbumField, ImageIdsField, OwnAlbumField, OwnFolderField
from gallery.models import Privacy


class TagsField(serializers.ListField):
    """A list of tags; of an HTML form, the field repeated."""

    child = serializers.CharField(max_length=500, allow_blank=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=100, **options)


class UploadSerializer(serializers.Serializer):
    """What is said of every file of an upload."""

    folder_id = OwnFolderField()
    album_id = AlbumField()
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
    album_id = AlbumField(source="album")
    visibility = serializers.ChoiceField(Visibility.choices, required=False)
    allow_download = serializers.BooleanField(required=False)
    ai_training = serializers.ChoiceField(
        AiTraining.choices,
        required=False,
        allow_blank=True,
        allow_null=True,
        help_text="Empty or null: as you say of all.",
    )
    copyright_notice = serializers.CharField(
        required=False, allow_blank=True, allow_null=True, max_length=500, help_text="Empty or null: as you say of all."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Null is another way to leave it to what its owner says of all."""
        return {name: "" if value is None else value for name, value in attrs.items()}


class FileChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=500)
    folder_id = OwnFolderField(source="folder")


class FolderChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=500)
    parent_id = OwnFolderField(source="parent")


class FolderSerializer(FolderChangeSerializer):
    name = serializers.CharField(max_length=500)


class AlbumChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    privacy_setting = serializers.ChoiceField(Privacy.choices, required=False)
    parent_id = OwnAlbumField(source="parent")
    cover_image_id = serializers.UUIDField(required=False, allow_null=True)


class AlbumSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    privacy_setting = serializers.ChoiceField(Privacy.choices, required=False)
    parent_id = OwnAlbumField(source="parent")


class ImageIdsSerializer(serializers.Serializer):
    image_ids = ImageIdsField()


class OrderSerializer(serializers.Serializer):
    image_ids = ImageIdsField(max_length=None, allow_empty=True)


class ShareSerializer(serializers.Serializer):
    """`username` for a person, or `link: true`, which alone may have a password."""

    username = serializers.CharField(required=False, allow_blank=True, max_length=150)
    link = serializers.BooleanField(required=False)
    password = serializers.CharField(
        required=False, allow_null=True, allow_blank=True, max_length=128, trim_whitespace=False
    )
    expires_at = serializers.DateTimeField(required=False, allow_null=True)
    can_contribute = serializers.BooleanField(required=False)
    include_children = serializers.BooleanField(required=False)


class OpenLinkSerializer(serializers.Serializer):
    password = serializers.CharField(
        required=False, allow_blank=True, allow_null=True, max_length=128, trim_whitespace=False
    )
