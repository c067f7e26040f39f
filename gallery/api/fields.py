"""Fields that several routes take."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from gallery.models import Folder


class OwnFolderField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own folders, by id; anything else is a 400 on the field. An empty text is the root."""

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, required=False, **options)

    def get_queryset(self) -> QuerySet[Folder]:
        return Folder.objects.visible_to(self.context["request"].user)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)
