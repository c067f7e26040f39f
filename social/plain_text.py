"""What people write, as it is kept: plain text that is what it looks like."""

import re
import unicodedata
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Control characters but tab and line break (NUL among them, which PostgreSQL refuses); lone surrogates, which no UTF-8 holds;
# what turns the direction of writing, with which a text can pretend to be another; what has no width, but for the two joiners
# that Persian and emoji need; noncharacters.
UNWANTED = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
BREAK = re.compile("\r\n?|\u2028|\u2029")
INVISIBLE = {"Cf", "Mn", "Me", "Zs", "Cc"}


def plain(text: str) -> str:
    """`text` without what nobody sees and without space around it; "" where nothing that could be seen is left.

    Line breaks are `\\n`. Letters and accents stay as they were written.
    """
    kept = UNWANTED.sub("", BREAK.sub("\n", text)).strip()
    return kept if any(unicodedata.category(sign) not in INVISIBLE for sign in kept) else ""


def required_text(text: str, *, field: str, limit: int) -> str:
    """`plain(text)`. Raises ValidationError on `field` where nothing is left (`blank`) or too much (`max_length`)."""
    refusal = partial(refused, field)
    kept = plain(text)
    if not kept:
        raise refusal(_("Please write something."), code="blank")
    if len(kept) > limit:
        raise refusal(_("Please write at most %d characters.") % limit, code="max_length")
    return kept


def refused(field: str, words: Any, *, code: str) -> ValidationError:
    return ValidationError({field: ValidationError(words, code=code)})
