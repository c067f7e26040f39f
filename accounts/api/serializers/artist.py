"""An artist as they see themselves."""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from rest_framework import serializers

from accounts.models import User
from accounts.requests import site_of


class ArtistField(serializers.Field):
    """Artist of the contract, which holds works and galleries: told by the function that settings.ARTIST_TELLER names, since
    they are another room's. Takes `context["request"]`, and is described for the schema by that room too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"source": "*", "read_only": True, **options})

    def to_representation(self, user: User) -> dict[str, Any]:
        """What the teller tells of this person to themselves."""
        told: dict[str, Any] = import_string(settings.ARTIST_TELLER)(
            user.pk, viewer=user, base=site_of(self.context["request"])
        )
        return told
