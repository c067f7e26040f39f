"""What answers about commissions look like, for the OpenAPI description. `telling` builds them; a test holds the two together."""

from rest_framework import serializers

from gallery.api.descriptions import UserBriefSerializer
from portfolio.models import CommissionStatus, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT


class PartySerializer(UserBriefSerializer):
    url = serializers.URLField()


class NoteSerializer(serializers.Serializer):
    """How far the work is."""

    at = serializers.DateTimeField()
    author = UserBriefSerializer(allow_null=True)
    text = serializers.CharField()


class QuoteSerializer(serializers.Serializer):
    """What the artist would make it for."""

    id = serializers.UUIDField()
    amount = serializers.CharField(help_text="With as many decimals as the currency has.")
    currency = serializers.CharField()
    terms = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(QuoteStatus.choices)
    created_at = serializers.DateTimeField()
    answered_at = serializers.DateTimeField(allow_null=True)


class CommissionSerializer(serializers.Serializer):
    """A commission, as one of its parties is told of it."""

    id = serializers.UUIDField()
    client = PartySerializer(allow_null=True, help_text="Null where their account is gone, or shut at present.")
    artist = PartySerializer(allow_null=True, help_text="Likewise.")
    title = serializers.CharField()
    description = serializers.CharField()
    budget = serializers.CharField(allow_null=True, help_text="With as many decimals as the currency has.")
    currency = serializers.CharField(allow_null=True)
    deadline = serializers.DateField(allow_null=True)
    status = serializers.ChoiceField(CommissionStatus.choices)
    waiting_on = serializers.ChoiceField((ARTIST, CLIENT), allow_null=True, help_text="Whose turn it is.")
    progress_notes = NoteSerializer(many=True, help_text="Oldest first.")
    completion_date = serializers.DateField(allow_null=True)
    allowed_transitions = serializers.ListField(
        child=serializers.ChoiceField(CommissionStatus.choices), help_text="The statuses to which you may move it now."
    )
    quote = QuoteSerializer(allow_null=True, help_text="The last.")
    quotes = QuoteSerializer(many=True, help_text="Oldest first.")
    message_count = serializers.IntegerField()
    artwork_id = serializers.UUIDField(allow_null=True, help_text="The work that was made of it, if you may see it.")
    url = serializers.URLField(help_text="Its page.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
