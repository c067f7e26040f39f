"""What artists send of themselves."""

from collections.abc import Mapping
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.utils import json

from accounts.api.serializers.known_keys import KnownKeysOnly
from accounts.models.artist import PublicSize, validate_social_links
from gallery.api.watermarks import OwnImageField, WatermarkSerializer
from gallery.models import Artwork
from portfolio.api.price_requests import MOST_PRICES, PriceSerializer
from portfolio.looks.accents import read_accent
from portfolio.looks.themes import Theme, Typeface
from portfolio.models import Layout
from portfolio.models.portfolios import every_section

IN_JSON = ("portfolio", "social_links", "specialties")
"""What a form has in JSON, since it knows texts alone."""


class AccentField(serializers.CharField):
    """A colour as `#rgb` or `#rrggbb`, given as the latter; or an empty text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, **options)

    def to_internal_value(self, data: Any) -> str:
        try:
            return read_accent(super().to_internal_value(data))
        except ValidationError as error:
            raise serializers.ValidationError(error.messages, error.code) from error


class NameField(serializers.ChoiceField):
    """One of the names that there are; whoever sends another is told them."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("“{input}” is none of those that there are: {names}."),
    }

    def fail(self, key: str, **facts: Any) -> NoReturn:
        """Raises ValidationError."""
        super().fail(key, names=", ".join(map(str, self.choices)), **facts)


class OwnWorkField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own works, by id. Null and an empty text are none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, **options)

    def get_queryset(self) -> QuerySet[Artwork]:
        return Artwork.objects.filter(owner=self.context["request"].user)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)


class SectionsField(serializers.ListField):
    """The parts of the page in their order, each at most once."""

    child = serializers.ChoiceField(every_section())

    def to_internal_value(self, data: Any) -> list[Any]:
        names: list[Any] = super().to_internal_value(data)
        if len(set(names)) < len(names):
            raise serializers.ValidationError(_("Name each section once."), "duplicate")
        return names


class PortraitField(serializers.FileField):
    """Null or an empty text takes the portrait away; a picture comes as a file, which is streamed past the serializer."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, **options)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)


class ObjectWithin(KnownKeysOnly):
    """An object that is merged; anything else is refused on the field itself."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise serializers.ValidationError([ErrorDetail(_("Give an object."), "invalid")])
        return super().to_internal_value(data)


class WatermarkChangeSerializer(ObjectWithin, WatermarkSerializer):
    """As the route `watermark` takes it."""


class CommissionsChangeSerializer(ObjectWithin):
    locals()["open"] = serializers.BooleanField(required=False)
    slots = serializers.IntegerField(required=False, allow_null=True, min_value=1, max_value=1000)
    terms = serializers.CharField(required=False, allow_blank=True, max_length=5_000)
    prices = serializers.ListField(child=PriceSerializer(), required=False, max_length=MOST_PRICES)


class PortfolioChangeSerializer(ObjectWithin):
    theme = NameField(Theme.choices, required=False)
    layout = serializers.ChoiceField(Layout.choices, required=False)
    accent = AccentField(
        required=False, help_text="`#rrggbb`, of a contrast of 4.5:1 or more on the paper of the theme; or empty."
    )
    typeface = NameField(Typeface.choices, required=False)
    show_contact = serializers.BooleanField(required=False)
    public_image_size = serializers.ChoiceField(PublicSize.choices, required=False)
    watermark = WatermarkChangeSerializer(required=False)
    commissions = CommissionsChangeSerializer(required=False)
    cover_artwork_id = OwnWorkField(required=False, source="cover", help_text="A work of yours; null for none.")
    sections = SectionsField(required=False)


class ArtistChangeSerializer(KnownKeysOnly):
    """What is to change; the rest stays. `portfolio` is merged key by key, objects within too."""

    artist_name = serializers.CharField(required=False, max_length=100)
    bio = serializers.CharField(required=False, allow_blank=True, max_length=5_000)
    location = serializers.CharField(required=False, allow_blank=True, max_length=200)
    specialties = serializers.ListField(child=serializers.CharField(max_length=60), required=False, max_length=20)
    contact_info = serializers.CharField(required=False, allow_blank=True, max_length=1_000)
    social_links = serializers.DictField(
        required=False, validators=[validate_social_links], help_text="Names, each with an address in https."
    )
    profile_image = PortraitField(
        required=False, help_text="A file (multipart), which becomes a private picture of your library; null for none."
    )
    profile_image_id = OwnImageField(required=False, source="portrait", help_text="A picture of yours; null for none.")
    portfolio = PortfolioChangeSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """With `portrait` where it is to change; a file becomes it later."""
        if "profile_image" in attrs:
            attrs.setdefault("portrait", attrs.pop("profile_image"))
        return attrs


def read_form(data: Any) -> Any:
    """A form as JSON would have said it; what is no form stays as it is. Raises ValidationError by field."""
    if not isinstance(data, QueryDict):
        return data
    read: dict[str, Any] = data.dict()
    for name in set(IN_JSON) & set(read):
        texts = data.getlist(name)
        if name == "specialties" and (len(texts) > 1 or not texts[0].lstrip().startswith("[")):
            read[name] = [text for text in texts if text]  # a field that is repeated, as tags are
        else:
            read[name] = read_json(name, texts[-1])
    return read


def read_json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise serializers.ValidationError({name: [ErrorDetail(_("This is not JSON."), "invalid")]}) from None
