"""What people write to moderators, and moderators to them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def worded(text: str, *, field: str, most: int, is_required: bool) -> str:
    """The text without space around it. Raises ValidationError on `field`: `required` where nothing is left of a text that has
    to be given, `max_length` for more than `most` characters, `null_characters_not_allowed`."""
    text = text.strip()
    if is_required and not text:
        raise ValidationError({field: ValidationError(_("Please say something here."), code="required")})
    if len(text) > most:
        detail = _("Say it in at most %(most)s characters.") % {"most": most}
        raise ValidationError({field: ValidationError(detail, code="max_length")})
    if "\0" in text:
        detail = _("A text cannot hold this character.")
        raise ValidationError({field: ValidationError(detail, code="null_characters_not_allowed")})
    return text


def chosen(value: str, choices: list[str], *, field: str) -> str:
    """The value, where it is one of these. Raises ValidationError on `field` (`invalid_choice`)."""
    if value not in choices:
        detail = _("Choose one of: %(choices)s.") % {"choices": ", ".join(choices)}
        raise ValidationError({field: ValidationError(detail, code="invalid_choice")})
    return value
