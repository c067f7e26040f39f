"""What is sent about submissions and scores."""

from typing import Any

from django.utils.translation import gettext_lazy
from rest_framework import serializers

from gallery.api.batch import EachOnceField
from portfolio.actions.scores import LONGEST_NOTE
from portfolio.exhibitions.entries import LONGEST_STATEMENT
from portfolio.models import SubmissionStatus


class WorkIdsField(EachOnceField):
    """Works by id, at most 100, none or some."""

    twice = gettext_lazy("Name each work once.")

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 100, "allow_empty": True, **options})


class StatementField(serializers.CharField):
    """What an artist writes to go with their works."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, max_length=LONGEST_STATEMENT, required=False, **options)


class NewSubmissionSerializer(serializers.Serializer):
    artwork_ids = WorkIdsField(help_text="Published works of yours, in the order in which they are shown.")
    artist_statement = StatementField()


class SubmissionChangeSerializer(serializers.Serializer):
    """The artist changes works and statement, withdraws and submits again; the organiser decides, chooses works of what is
    accepted, and notes the fee."""

    status = serializers.ChoiceField(SubmissionStatus.choices, required=False)
    artwork_ids = WorkIdsField(required=False, help_text="To the organiser: those chosen of an accepted submission.")
    artist_statement = StatementField(help_text="For its artist.")
    fee_paid = serializers.BooleanField(required=False, help_text="For the organiser.")


class ScoreRequestSerializer(serializers.Serializer):
    score = serializers.IntegerField(help_text="From 1 to the exhibition's `score_scale`.")
    note = serializers.CharField(
        required=False, allow_blank=True, max_length=LONGEST_NOTE, help_text="Told to the organiser alone."
    )
    work_id = serializers.UUIDField(required=False, help_text="A submitted work; without it, all of them.")
    artwork_id = serializers.UUIDField(required=False, help_text="The same by the id under `artworks`.")
