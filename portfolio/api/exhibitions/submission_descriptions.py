"""What answers about submissions look like, for the OpenAPI description. `portfolio.api.exhibitions.submission_telling` builds
them; a test holds the two together."""

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from gallery import nameless
from gallery.api.descriptions import ThumbnailSerializer, UserBriefSerializer
from gallery.api.work_descriptions import ArtistBriefSerializer, ArtworkSerializer
from portfolio.models import SubmissionStatus

NamelessThumbnailsSerializer = type(
    "NamelessThumbnailsSerializer",
    (serializers.Serializer,),
    {size: ThumbnailSerializer() for size in nameless.SIZES},
)


class NamelessPictureSerializer(serializers.Serializer):
    """A copy that does not tell whose it is."""

    url = serializers.URLField()
    thumbnails = NamelessThumbnailsSerializer()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    is_transparent = serializers.BooleanField(help_text="Whether what lies below it shows through")


class NamelessWorkSerializer(serializers.Serializer):
    """A work as a blind jury is told of it: `id` is that of the submitted work, names and addresses are masked in its words."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    medium = serializers.CharField(allow_blank=True)
    dimensions = serializers.CharField(allow_blank=True)
    alt_text = serializers.CharField(allow_blank=True)
    width_cm = serializers.CharField(allow_null=True)
    height_cm = serializers.CharField(allow_null=True)
    depth_cm = serializers.CharField(allow_null=True)
    creation_date = serializers.CharField(allow_null=True)
    image = NamelessPictureSerializer(allow_null=True)
    images = NamelessPictureSerializer(many=True)


@extend_schema_field(
    PolymorphicProxySerializer(
        component_name="WorkToJudge",
        serializers=[ArtworkSerializer, NamelessWorkSerializer],
        resource_type_field_name=None,
    )
)
class WorkToJudgeField(serializers.DictField):
    """A work, or to a blind jury what may be told of it."""


class StandingSerializer(serializers.Serializer):
    mean = serializers.FloatField(allow_null=True)
    spread = serializers.FloatField(allow_null=True, help_text="The standard deviation of the scores.")
    count = serializers.IntegerField()
    juror_count = serializers.IntegerField()


class GivenScoreSerializer(serializers.Serializer):
    juror = UserBriefSerializer()
    score = serializers.IntegerField()
    note = serializers.CharField(allow_blank=True)


class WorkStandingSerializer(StandingSerializer):
    """How a work stands with the jury."""

    scores = GivenScoreSerializer(many=True)


class SubmittedWorkSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    artwork_id = serializers.UUIDField(allow_null=True, help_text="Null to a blind jury.")
    is_selected = serializers.BooleanField(
        allow_null=True, help_text="Null to its artist, unless they know that it is accepted."
    )
    score = WorkStandingSerializer(allow_null=True, help_text="To the organiser.")


class OwnScoreSerializer(serializers.Serializer):
    id = serializers.UUIDField(help_text="Of the submitted work.")
    score = serializers.IntegerField(allow_null=True)
    note = serializers.CharField(allow_blank=True)


class OwnScoresSerializer(serializers.Serializer):
    mean = serializers.FloatField(allow_null=True)
    count = serializers.IntegerField()
    works = OwnScoreSerializer(many=True)


class SubmissionSerializer(serializers.Serializer):
    """A submission, as far as it is told to you: to its artist without what is decided and not announced, to a juror with their
    own scores alone."""

    id = serializers.UUIDField()
    exhibition_id = serializers.UUIDField()
    artist = ArtistBriefSerializer(allow_null=True, help_text="Null to a blind jury.")
    artworks = serializers.ListField(child=WorkToJudgeField())
    works = SubmittedWorkSerializer(many=True, help_text="What is told of them here, in the order of `artworks`.")
    unavailable_count = serializers.IntegerField(help_text="Of its works, those that others can see no longer.")
    artist_statement = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(SubmissionStatus.choices)
    submitted_at = serializers.DateTimeField()
    fee_paid_at = serializers.DateTimeField(allow_null=True)
    allowed_transitions = serializers.ListField(child=serializers.ChoiceField(SubmissionStatus.choices))
    score = StandingSerializer(allow_null=True, help_text="To the organiser.")
    my_score = OwnScoresSerializer(allow_null=True, help_text="To a juror.")
    conflict = serializers.ChoiceField(["declared"], allow_null=True, help_text="Why you, a juror, may not score it.")
    url = serializers.URLField(help_text="The page where you deal with it.")
