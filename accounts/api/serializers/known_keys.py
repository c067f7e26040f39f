"""Taking nothing that would be ignored."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.serializers import Serializer


class KnownKeysOnly(Serializer):
    """Refuses keys that are no field (`unknown_key`), each by its name."""

    def to_internal_value(self, data: Any) -> Any:
        """The validated data; raises ValidationError."""
        if isinstance(data, Mapping):
            # In a form, an object within is spelled `preferences.language`.
            unknown = {key for key in data if str(key).split(".")[0] not in self.fields}
            if unknown:
                error = ErrorDetail(_("There is no such key."), "unknown_key")
                raise ValidationError({str(key): [error] for key in unknown})
        return super().to_internal_value(data)
