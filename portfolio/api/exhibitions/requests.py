"""What the routes of exhibitions take in their bodies."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.exceptions import Refused
from gallery.api.watermarks import OwnImageField
from gallery.api.work_fields import Clearable, ClearableDecimalField, CurrencyField, SentBooleanField
from portfolio.actions.exhibitions import BEGINNINGS
from portfolio.actions.jurors import MOST_NAMES
from portfolio.exhibitions.facts import LONGEST_MEDIUM, MOST_MEDIUMS, MOST_PIXELS
from portfolio.models import ExhibitionStatus


@extend_schema_field({"oneOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]})
class DeadlineField(serializers.Field):
    """A time (RFC 3339), or a date, which means the end of that day in the exhibition's time zone; a time without an offset is
    one by the clocks there."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def to_internal_value(self, data: Any) -> datetime | date:
        text = data.strip() if isinstance(data, str) else ""
        try:
            moment = parse_date(text) if len(text) <= len("2026-01-31") else parse_datetime(text)
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            detail = _("Give a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z.")
            raise serializers.ValidationError(detail, code="invalid")
        return moment


class DayField(Clearable, serializers.DateField):
    """A date; null and an empty text are none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_null=True, **options)


class WordsField(serializers.CharField):
    """Texts of any length up to a limit, empty ones too."""

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(required=False, allow_blank=True, max_length=max_length, **options)


class CoverField(OwnImageField):
    """A picture of one's own; its id is what is kept."""

    def to_internal_value(self, data: Any) -> Any:
        image = super().to_internal_value(data)
        return image.pk


class ExhibitionChangeSerializer(serializers.Serializer):
    """What is to change; the rest stays."""

    title = serializers.CharField(required=False, max_length=200)
    description = WordsField(max_length=10_000)
    submission_deadline = DeadlineField()
    deadline = DeadlineField(help_text="The same.")
    time_zone = serializers.CharField(required=False, max_length=64, help_text="IANA, such as Europe/Berlin; else UTC.")
    exhibition_start = DayField(help_text="The first day, not before that of the deadline.")
    exhibition_end = DayField(help_text="The last day.")
    location = WordsField(max_length=200)
    is_virtual = SentBooleanField(required=False)
    requirements = WordsField(max_length=10_000)
    submission_fee = ClearableDecimalField(
        max_digits=None, decimal_places=None, required=False, allow_null=True, help_text="Recorded, not collected."
    )
    currency = CurrencyField(help_text="ISO 4217; a fee needs one.")
    max_artworks_per_submission = serializers.IntegerField(required=False, min_value=1, max_value=100)
    min_pixels = serializers.IntegerField(
        required=False, min_value=0, max_value=MOST_PIXELS, help_text="On the shorter side of a work's main picture."
    )
    mediums = serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_MEDIUM),
        required=False,
        max_length=MOST_MEDIUMS,
        help_text="Those that are taken; any, where it is empty.",
    )
    blind = SentBooleanField(required=False, help_text="Jurors are told nothing that says whose a work is.")
    score_scale = serializers.IntegerField(required=False, min_value=3, max_value=100)
    cover_image_id = CoverField(required=False, help_text="A picture of yours; null for none.")
    status = serializers.ChoiceField(ExhibitionStatus.choices, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """With the deadline under one name, and no fee as one of 0."""
        if "deadline" in attrs:
            deadline = attrs.pop("deadline")
            if attrs.setdefault("submission_deadline", deadline) != deadline:
                detail = _("This is not what “submission_deadline” says.")
                raise serializers.ValidationError({"deadline": serializers.ErrorDetail(detail, "invalid")})
        if "submission_fee" in attrs:
            attrs["submission_fee"] = attrs["submission_fee"] or 0
        return attrs


class NewExhibitionSerializer(ExhibitionChangeSerializer):
    title = serializers.CharField(max_length=200)
    status = serializers.ChoiceField([status.value for status in BEGINNINGS], required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError where no deadline was sent, under either name."""
        attrs = super().validate(attrs)
        if "submission_deadline" not in attrs:
            required = self.fields["submission_deadline"].error_messages["required"]
            raise serializers.ValidationError({"deadline": serializers.ErrorDetail(str(required), "required")})
        return attrs


@contextmanager
def deadline_as_sent(data: Any) -> Iterator[None]:
    """Has what is refused within name the deadline as it was sent, by its other name."""
    sent = "deadline" if isinstance(data, Mapping) and "deadline" in data else "submission_deadline"
    try:
        yield
    except ValidationError as error:
        faults = getattr(error, "error_dict", None)
        if faults is None or "submission_deadline" not in faults:
            raise
        raise ValidationError({sent: faults.pop("submission_deadline"), **faults}) from error
    except Refused as refusal:
        refusal.attr = sent if refusal.attr == "submission_deadline" else refusal.attr
        raise


class AnnouncementSerializer(serializers.Serializer):
    reject_rest = serializers.BooleanField(required=False, help_text="Decline what is not decided yet.")


class InvitationSerializer(serializers.Serializer):
    username = serializers.CharField(max_length=150)


class DeclarationSerializer(serializers.Serializer):
    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150), max_length=MOST_NAMES, help_text="In place of those before."
    )
