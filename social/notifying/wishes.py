"""Who wants to be told of something, and how."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef

from accounts.models import Mail, User
from social.models import Block
from social.notifying.kinds import Kind


class Wish(NamedTuple):
    """How a person wants to be told: on the site, by mail."""

    is_on_site: bool
    mail: str


def wishes(kind: Kind, people: Collection[UUID], *, actor: Any, site: str) -> dict[UUID, Wish]:
    """Of these people those who are told at all, and how. Not who did it; not who keeps them away; nobody who turned it off.
    One query. Mails go to verified addresses, and only where the `site` is known that their links lead to."""
    asked = User.objects.filter(pk__in=people).values_list("pk", "is_verified", "notifications", "notification_mails")
    if actor is not None:
        away = Block.objects.filter(blocker=OuterRef("pk"), blocked=actor.pk)
        asked = asked.exclude(pk=actor.pk).exclude(Exists(away))
    return dict(wanted(kind, asked, site))


def wanted(kind: Kind, asked: Any, site: str) -> Iterator[tuple[UUID, Wish]]:
    for person_id, is_verified, on_site, mails in asked:
        is_on_site = kind.preference is None or on_site.get(kind.preference, True)
        mail = mail_of(kind, mails) if is_verified and site else Mail.NEVER.value
        if is_on_site or mail != Mail.NEVER:
            yield person_id, Wish(is_on_site, mail)


def mail_of(kind: Kind, mails: dict[str, str]) -> str:
    """How somebody with these `notification_mails` wants a kind by mail; what cannot be turned off, at once."""
    return Mail.IMMEDIATE.value if kind.preference is None else mails.get(kind.preference, Mail.NEVER.value)
