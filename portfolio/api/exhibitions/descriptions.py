"""What answers about exhibitions look like, for the OpenAPI description. `portfolio.api.exhibitions.telling` builds them; a test
holds the two together."""

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from gallery.api.descriptions import ThumbnailsSerializer, UserBriefSerializer
from gallery.api.work_descriptions import ArtistBriefSerializer, ArtworkSerializer
from portfolio.api.exhibitions.submission_descriptions import SubmissionSerializer
from portfolio.models import ExhibitionStatus


class ExhibitionCoverSerializer(serializers.Serializer):
    """The largest copy, and all of them by size."""

    url = serializers.URLField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    alt_text = serializers.CharField(allow_blank=True)
    placeholder = serializers.CharField(allow_blank=True)
    sizes = ThumbnailsSerializer()


class ExhibitionSerializer(serializers.Serializer):
    """An exhibition, with the call for entry before it."""

    id = serializers.UUIDField()
    organizer = ArtistBriefSerializer()
    title = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    submission_deadline = serializers.DateTimeField()
    local_deadline = serializers.DateTimeField(help_text="The same by the clocks of `time_zone`, with their offset.")
    time_zone = serializers.CharField(help_text="IANA. Its days begin and end by the clocks there.")
    exhibition_start = serializers.DateField(allow_null=True)
    exhibition_end = serializers.DateField(allow_null=True)
    location = serializers.CharField(allow_blank=True)
    is_virtual = serializers.BooleanField()
    requirements = serializers.CharField(allow_blank=True)
    submission_fee = serializers.CharField(help_text="A decimal, with as many places as the currency has.")
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217.")
    max_artworks_per_submission = serializers.IntegerField()
    min_pixels = serializers.IntegerField(help_text="On the shorter side of a work's main picture, at least.")
    mediums = serializers.ListField(child=serializers.CharField(), help_text="Those that are taken; any, where empty.")
    blind = serializers.BooleanField()
    score_scale = serializers.IntegerField(help_text="Jurors score from 1 to this.")
    status = serializers.ChoiceField(ExhibitionStatus.choices)
    is_open_for_entry = serializers.BooleanField()
    submission_count = serializers.IntegerField(help_text="Of those that were not withdrawn.")
    cover = ExhibitionCoverSerializer(allow_null=True)
    cover_image_id = serializers.UUIDField(allow_null=True, help_text="To its organiser.")
    is_hidden = serializers.BooleanField(help_text="By a moderator: its organiser alone sees it.")
    announced_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    url = serializers.URLField()
    my_submission = SubmissionSerializer(allow_null=True)
    viewer_roles = serializers.ListField(child=serializers.ChoiceField(["organizer", "juror"]))
    allowed_transitions = serializers.ListField(
        child=serializers.ChoiceField(ExhibitionStatus.choices), help_text="Where you may move it now."
    )


@extend_schema_serializer(many=False)
class FirstArtworksSerializer(serializers.Serializer):
    """The first page of a list."""

    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ArtworkSerializer(many=True)


class WholeExhibitionSerializer(ExhibitionSerializer):
    """An exhibition with what is on show in it, or was."""

    artworks = FirstArtworksSerializer(help_text="The first page; none before it runs.")


class JurorSerializer(serializers.Serializer):
    """Who is on the jury, and how far they are."""

    user = UserBriefSerializer()
    invited_at = serializers.DateTimeField()
    scored_count = serializers.IntegerField(help_text="How many works they have scored.")
    conflicts = UserBriefSerializer(many=True, help_text="To whom they declared to be close.")


@extend_schema_serializer(many=False)
class ConflictsSerializer(serializers.Serializer):
    """To whom you declared to be close for this exhibition."""

    conflicts = UserBriefSerializer(many=True)
