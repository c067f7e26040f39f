"""What the routes of commissions take in their bodies."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from gallery.api.work_fields import Clearable, ClearableDecimalField, CurrencyField, OwnImagesField
from portfolio.actions.commissions import LONGEST_DESCRIPTION, LONGEST_NOTE, LONGEST_TITLE
from portfolio.actions.quotes import LONGEST_TERMS
from portfolio.models import CommissionStatus


@extend_schema_field({"type": "string", "format": "date", "nullable": True})
class DayField(Clearable, serializers.DateField):
    """A day; of a time its day in UTC. An empty text is as good as null."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, **options)

    def to_internal_value(self, data: Any) -> date:
        if isinstance(data, str) and len(data.strip()) > len("2026-01-01"):
            return self.day_of(serializers.DateTimeField(default_timezone=UTC).to_internal_value(data.strip()))
        day: date = super().to_internal_value(data.strip() if isinstance(data, str) else data)
        return day

    def day_of(self, moment: datetime) -> date:
        try:
            return moment.astimezone(UTC).date()
        except OverflowError:
            raise serializers.ValidationError(_("This lies outside of the calendar."), code="invalid") from None


class AmountField(ClearableDecimalField):
    """An amount of money; the action judges it beside its currency."""

    def __init__(self, **options: Any) -> None:
        more = "More than 0; it needs a currency, and has no more decimals than that."
        super().__init__(max_digits=None, decimal_places=None, help_text=more, **options)


class NewCommissionSerializer(serializers.Serializer):
    artist_id = serializers.UUIDField()
    title = serializers.CharField(max_length=LONGEST_TITLE)
    description = serializers.CharField(max_length=LONGEST_DESCRIPTION, help_text="Plain text.")
    budget = AmountField(required=False, allow_null=True)
    currency = CurrencyField(help_text="ISO 4217.")
    deadline = DayField(help_text="Not past. Of a time its day in UTC.")


class CommissionChangeSerializer(serializers.Serializer):
    """All of it, or nothing; what is not sent stays."""

    status = serializers.ChoiceField(CommissionStatus.choices, required=False)
    progress_notes = serializers.CharField(
        required=False, allow_blank=True, allow_null=True, max_length=LONGEST_NOTE, help_text="Is appended. Plain text."
    )
    completion_date = DayField(
        help_text="Not in the future; with `completed`, or of what is completed. For the artist."
    )

    def validate_progress_notes(self, text: str | None) -> str:
        """Null and an empty text are none."""
        return text or ""


class NewQuoteSerializer(serializers.Serializer):
    amount = AmountField()
    currency = serializers.CharField(max_length=20, help_text="ISO 4217.")
    terms = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_TERMS, help_text="Plain text.")


class AnswerSerializer(serializers.Serializer):
    accept = serializers.BooleanField()


class WorkOfCommissionSerializer(serializers.Serializer):
    image_ids = OwnImagesField(help_text="Pictures of your library that show it, the main one first.")
    title = serializers.CharField(required=False, max_length=200, help_text="Else it is called as the commission is.")
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
