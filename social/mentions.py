"""Whom a text calls by name."""

from django.db.models.functions import Lower

from accounts.models import User
from social.linking import names_in

MOST = 10
"""Of a text that calls more, the first are told: a comment is not for calling everyone together."""


def mentioned_in(text: str) -> list[User]:
    """The people whom a text calls (`@ada`), whatever the case, in its order, each once, at most `MOST`; nobody who is shut out.

    One query where there is a name, none where there is none.
    """
    names = list(dict.fromkeys(name.lower() for name in names_in(text)))[:MOST]
    if not names:
        return []
    there = User.objects.alias(lowered=Lower("username")).filter(lowered__in=names, is_active=True)
    return sorted(there, key=lambda person: names.index(person.username.lower()))
