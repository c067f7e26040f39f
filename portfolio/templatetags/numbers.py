"""Numbers as the reader's language writes them."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def grouped(number: int) -> str:
    """A whole number with its thousands apart: `1,204`, in German `1.204`."""
    return number_format(number, use_l10n=True, force_grouping=True)
