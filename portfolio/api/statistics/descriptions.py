"""What answers about statistics look like, for the OpenAPI description."""

from rest_framework import serializers

from gallery.api.descriptions import ThumbnailsSerializer
from portfolio.models import Source


class MeasuresSerializer(serializers.Serializer):
    """What was counted: robots left out, and the artist's own deeds."""

    views = serializers.IntegerField(help_text="Once in half an hour for each who looks.")
    visitors = serializers.IntegerField(help_text="Each once a day; over several days they are added up.")
    downloads = serializers.IntegerField(help_text="Of originals; of a work, those of the pictures that it shows.")
    likes = serializers.IntegerField(help_text="Given on these days, and not taken back before the day was over.")
    followers = serializers.IntegerField(help_text="New ones, as likes; of a work or a gallery 0.")


class AudienceDaySerializer(MeasuresSerializer):
    day = serializers.DateField(help_text="From midnight to midnight, UTC.")


class LookedAtSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    title = serializers.CharField()
    url = serializers.URLField()


class LookedAtArtworkSerializer(LookedAtSerializer):
    thumbnails = ThumbnailsSerializer(allow_null=True)


class OfWorkSerializer(MeasuresSerializer):
    artwork = LookedAtArtworkSerializer(allow_null=True, help_text="Null: all works together that are gone.")


class OfGallerySerializer(MeasuresSerializer):
    gallery = LookedAtSerializer(allow_null=True, help_text="Null: all galleries together that are gone.")


class AudienceReferrerSerializer(serializers.Serializer):
    host = serializers.CharField(allow_blank=True, help_text="Of another site, without `www.`; else empty.")
    kind = serializers.CharField(help_text=f"One of: {', '.join(Source.values)}.")
    views = serializers.IntegerField()


class AudienceSerializer(serializers.Serializer):
    """How an artist, or a work, was looked at."""

    days = serializers.IntegerField()
    since = serializers.DateField()
    until = serializers.DateField(help_text="Today, which is not over.")
    totals = MeasuresSerializer()
    before = MeasuresSerializer(help_text="As many days just before.")
    follower_count = serializers.IntegerField(help_text="Who follows now.")
    by_day = AudienceDaySerializer(many=True, help_text="Every day, the first one first.")
    by_work = OfWorkSerializer(many=True, help_text="The 100 that were looked at most.")
    by_gallery = OfGallerySerializer(many=True, help_text="The 100 that were looked at most; none of one work alone.")
    referrers = AudienceReferrerSerializer(many=True, help_text="The 50 from which most came.")
