"""Fields that several routes take."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from gallery.links import opened_links
from gallery.models import Album, Folder


class OwnFolderField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own folders, by id; anything else is a 400 on the field. An empty text is the root."""

    default_error_messages = {"does_not_exist": _("There is no such folder of yours.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, required=False, **options)

    def get_queryset(self) -> QuerySet[Folder]:
        return Folder.objects.visible_to(self.context["request"].user)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)


class OwnAlbumField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own albums, by id; anything else is a 400 on the field. Null and an empty text are none."""

    default_error_messages = {"does_not_exist": _("There is no such album of yours.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, required=False, **options)

    def get_queryset(self) -> QuerySet[Album]:
        sender = self.context["request"].user
        return Album.objects.filter(owner=sender) if sender.is_authenticated else Album.objects.none()

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)


class AlbumField(OwnAlbumField):
    """An album that the sender may add pictures to: their own, or as a contributor."""

    def get_queryset(self) -> QuerySet[Album]:
        request = self.context["request"]
        return Album.objects.taking_from(request.user, opened_links(request))


class ImageIdsField(serializers.ListField):
    """Ids of pictures, at most 500 unless said otherwise."""

    child = serializers.UUIDField()

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"allow_empty": False, "max_length": 500, **options})
