"""What of messages is asked and told, for reading requests and for the OpenAPI description."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from rest_framework import serializers

from gallery.api.descriptions import FileSerializer, UserBriefSerializer
from gallery.models import File
from portfolio.actions.messages import LONGEST


class OwnFilesField(serializers.ListField):
    """The sender's own files, by id; anything else is a 400 on the field. Of an HTML form, the field repeated."""

    child = serializers.UUIDField()

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, max_length=100, **options)

    def to_internal_value(self, data: Any) -> list[UUID]:
        ids = list(dict.fromkeys(super().to_internal_value([data] if isinstance(data, str) else data)))
        if File.objects.visible_to(self.context["request"].user).filter(pk__in=ids).count() < len(ids):
            raise serializers.ValidationError(_("There is no such file of yours."), code="does_not_exist")
        return ids

    def run_child_validation(self, data: list[Any]) -> list[UUID]:
        """Whatever is wrong with one of them is an error of the whole field."""
        try:
            ids: list[UUID] = super().run_child_validation(data)
        except serializers.ValidationError:
            raise serializers.ValidationError(_("These are not all ids."), code="invalid") from None
        return ids


class NewMessageSerializer(serializers.Serializer):
    """Text, files, or both."""

    text = serializers.CharField(
        required=False, allow_blank=True, allow_null=True, max_length=LONGEST, help_text="Plain text."
    )
    file_ids = OwnFilesField(help_text="Files of your library, before those that come with the message.")


class NewMessageFormSerializer(NewMessageSerializer):
    """The multipart body, for the description; the files themselves are streamed past the serializer."""

    files = serializers.ListField(
        child=serializers.FileField(), required=False, help_text="`file`, `image`, `images` name them too."
    )


class AttachedPictureSerializer(serializers.Serializer):
    """How large a picture is, and what is shown while it loads."""

    width = serializers.IntegerField()
    height = serializers.IntegerField()
    placeholder = serializers.CharField()


class AttachedFileSerializer(FileSerializer):
    """A file as the two parties are told of it: its owner all, the other not where it lies and how often it was taken, nor of a
    picture the checksum, since they get it without location and serial numbers."""

    checksum = serializers.CharField(allow_null=True)
    download_count = serializers.IntegerField(allow_null=True)
    image = AttachedPictureSerializer(allow_null=True)


class MessageSerializer(serializers.Serializer):
    """What one party said to the other."""

    id = serializers.UUIDField()
    author = UserBriefSerializer(allow_null=True)
    text = serializers.CharField(allow_blank=True, help_text="Plain text; it may hold line breaks and `<`.")
    files = AttachedFileSerializer(many=True)
    removed_files = serializers.ListField(
        child=serializers.CharField(), help_text="The names of files that are there no more."
    )
    created_at = serializers.DateTimeField()
