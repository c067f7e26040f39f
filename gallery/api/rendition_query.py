"""What a copy may be asked to be, as it stands in a query."""

import re
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from gallery.imaging.cropping import FITS
from gallery.imaging.recipes import FORMATS

LONGEST = 65_500
REGION = re.compile(r"([0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6})")


@extend_schema_field(OpenApiTypes.STR)
class RegionField(serializers.Field):
    """`x,y,w,h` in whole pixels of the picture as displayed, as a tuple. Whether it lies inside shows only there."""

    default_error_messages = {"invalid": "Give x,y,w,h in whole pixels, w and h above 0."}

    def to_internal_value(self, data: Any) -> tuple[int, ...]:
        match = REGION.fullmatch(str(data).strip())
        region = tuple(map(int, match.groups())) if match else ()
        if not region or 0 in region[2:]:
            self.fail("invalid")
        return region

    def to_representation(self, value: tuple[int, ...]) -> str:
        return ",".join(map(str, value))


class RenditionQuerySerializer(serializers.Serializer):
    width = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text="Pixels. To others than the owner the next common step.",
    )
    height = serializers.IntegerField(required=False, min_value=1, max_value=LONGEST, help_text="As `width`.")
    fit = serializers.ChoiceField(
        FITS,
        default="contain",
        help_text="`contain` fits inside width and height, `cover` fills them and cuts the overhang, `crop` takes the region "
        "`crop` and fits that inside. Never enlarged.",
    )
    crop = RegionField(
        required=False, help_text="`x,y,w,h`: a region in pixels of the picture as displayed, taken before any fitting."
    )
    format = serializers.ChoiceField(FORMATS, required=False, help_text="By default the best that `Accept` names.")
    quality = serializers.IntegerField(required=False, min_value=1, max_value=100, help_text="Not for PNG.")
    watermark = serializers.BooleanField(
        required=False, help_text="The owner's; others cannot do without one that the owner enabled."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError on `crop` where it is to be cropped and no region is named."""
        if attrs["fit"] == "crop" and "crop" not in attrs:
            raise serializers.ValidationError({"crop": [_("Name the region to crop to.")]}, code="required")
        return attrs
