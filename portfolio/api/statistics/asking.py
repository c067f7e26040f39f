"""What a client asks statistics for."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from accounts.models import User
from gallery.models import Artwork
from portfolio.figures.reading import PERIODS, Figures
from portfolio.figures.tables import TABLES


class OwnArtworkField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own works, by id."""

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), **options)

    def get_queryset(self) -> QuerySet[Artwork]:
        return Artwork.objects.filter(owner=self.context["by"])


class AskedSerializer(serializers.Serializer):
    """Which days, and of what."""

    days = serializers.ChoiceField(
        PERIODS,
        default=30,
        help_text="So many days, today the last of them (UTC).",
        error_messages={"invalid_choice": _("Ask for 7, 30 or 365 days.")},
    )
    artwork = OwnArtworkField(default=None, help_text="Of one work of yours alone; without it, of all that is yours.")


class TableAskedSerializer(AskedSerializer):
    """And which table of it."""

    of = serializers.ChoiceField(list(TABLES), default="days")


def figures_for(by: User, asked: dict[str, Any]) -> Figures:
    """The figures that a valid question is answered from."""
    artwork = asked["artwork"]
    return Figures(artist=by.pk, days=asked["days"], artwork=artwork.pk if artwork else None)
