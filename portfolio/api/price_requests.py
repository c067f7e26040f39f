"""The price list of an artist's commissions, as it is sent."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from accounts.api.serializers.known_keys import KnownKeysOnly
from gallery.api.works import written_price
from gallery.money import currencies, decimals

MOST_PRICES = 20
HIGHEST = Decimal("99999999.99")
NEEDED = ("title", "price", "currency")


class PriceSerializer(KnownKeysOnly):
    """A line of it, which is kept with its price as a text."""

    title = serializers.CharField(max_length=100)
    price = serializers.DecimalField(
        max_digits=None, decimal_places=None, min_value=Decimal(0), max_value=HIGHEST, help_text="What it begins at."
    )
    currency = serializers.CharField(max_length=20, help_text="ISO 4217.")
    description = serializers.CharField(required=False, allow_blank=True, max_length=500)

    def to_internal_value(self, data: Any) -> Any:
        """Whole, though what is around it is merged. Raises ValidationError."""
        missing = [name for name in NEEDED if name not in data] if isinstance(data, Mapping) else []
        if missing:
            required = [ErrorDetail(_("This is needed."), "required")]
            raise serializers.ValidationError(dict.fromkeys(missing, required))
        return super().to_internal_value(data)

    def validate_currency(self, currency: str) -> str:
        """One that some country uses. Raises ValidationError."""
        code = currency.strip().upper()
        if code not in currencies():
            raise serializers.ValidationError(_("There is no such currency (ISO 4217)."), code="unknown_currency")
        return code

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """With no more decimals than the currency has. Raises ValidationError."""
        price, currency = attrs["price"], attrs["currency"]
        if price != round(price, decimals(currency)):
            words = _("Prices in %(currency)s have at most %(decimals)d decimals.")
            words = words % {"currency": currency, "decimals": decimals(currency)}
            raise serializers.ValidationError({"price": [ErrorDetail(words, "max_decimal_places")]})
        return {"description": "", **attrs, "price": written_price(price, currency)}
