"""One line by mail, at once; and what every mail of this room has.

What a mail tells is claimed for it before it is sent: `mailed_at` is the instant at which the mail was asked for, and once it is
sent, when that was. A mail whose worker was killed finds by it what it had claimed, and sends that; twice only where the worker
died between the mail server's answer and the note of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from accounts.models import Mail, User
from social.models import Notification
from social.notifying.kinds import kinds
from social.notifying.telling import rows_of, tell_notifications
from social.notifying.unsubscribing import token_of
from social.notifying.wishes import mail_of

SUBJECT_LENGTH = 150
# The tries of a task end within three hours; after three days it is no news.
TRIED, NEWS = timedelta(hours=4), timedelta(days=3)


def left_unsent() -> Iterator[UUID]:
    """The lines that were to go at once, and whose mail was tried in vain to the end."""
    now = timezone.now()
    waiting = Notification.objects.filter(mail=Mail.IMMEDIATE, recipient__is_verified=True).to_mail()
    yield from waiting.filter(created_at__range=(now - NEWS, now - TRIED)).values_list("pk", flat=True)


def mail_line(notification_id: UUID, *, asked_at: datetime | None = None) -> bool:
    """Mails one line to its recipient; whether it did. Not where it was read, mailed, undone, turned off or became unseen
    meanwhile. Where sending fails, it waits again as it did, and the error is raised. `asked_at`: when the mail was asked for,
    the same however often it is begun; now where none is given."""
    asked_at = asked_at or timezone.now()
    line = claim_line(notification_id, asked_at)
    if line is None:
        return False
    with given_back_on_failure([line.pk], asked_at), override(line.recipient.language):
        (told,) = tell_lines([line.pk], user=line.recipient, site=line.site)
        kind = kinds()[line.kind]
        if kind.mail_path:
            told["url"] = line.site + kind.mail_path(line.target_id)
        told_line = {"line": told}
        send(
            user=line.recipient, subject=told["text"], body="one", told=told_line, site=line.site, ends=kind.preference
        )
    settle_mailed([line.pk])
    return True


@transaction.atomic
def claim_line(notification_id: UUID, asked_at: datetime) -> Notification | None:
    """Marks the line as mailed, so that nobody else mails it; None where it is not to be."""
    waiting = Notification.objects.filter(pk=notification_id).to_mail(asked_at)
    line = waiting.select_for_update(of=("self",)).select_related("recipient").first()
    kind = kinds().get(line.kind) if line else None
    if line is None or not takes_mail(line.recipient, even_suspended=bool(kind and kind.reaches_suspended)):
        return None
    wanted = mail_of(kind, line.recipient.notification_mails) if kind else Mail.NEVER
    if wanted != Mail.IMMEDIATE or not Notification.objects.tellable(line.recipient).filter(pk=line.pk).exists():
        # Whoever has it gathered by now gets it with the rest.
        waiting.update(mail=Mail.DIGEST if wanted == Mail.DIGEST else Mail.NEVER)
        return None
    waiting.update(mailed_at=asked_at)
    return line


def takes_mail(user: User, *, even_suspended: bool = False) -> bool:
    """Whether mails may go to a person at all."""
    return user.is_verified and (user.is_active or even_suspended)


@contextmanager
def given_back_on_failure(lines: list[UUID], asked_at: datetime) -> Iterator[None]:
    """Has what was claimed wait again where sending it fails. No transaction is open meanwhile: a mail server that does not
    answer would hold up everybody's writing."""
    try:
        yield
    except BaseException:
        Notification.objects.filter(pk__in=lines, mailed_at=asked_at).update(mailed_at=None)
        raise


def settle_mailed(lines: list[UUID]) -> None:
    """Notes when they were sent. What is not on the site counts as read then: the next deed begins another line."""
    now = timezone.now()
    Notification.objects.filter(pk__in=lines).update(mailed_at=now)
    Notification.objects.filter(pk__in=lines, is_on_site=False).unread().update(read_at=now)


def tell_lines(lines: list[UUID], *, user: User, site: str) -> list[dict[str, Any]]:
    """These lines as they are told, the latest first."""
    rows = rows_of(Notification.objects.filter(pk__in=lines).order_by("-created_at", "-pk"))
    return tell_notifications(list(rows), viewer=user, base=site)


def send(*, user: User, subject: str, body: str, told: dict[str, Any], site: str, ends: str | None) -> None:
    """Sends the mail of the templates `social/mail/<body>`, plain and HTML. `ends`: what its link turns off; None where
    that cannot be turned off."""
    link = site + reverse("unsubscribe", args=[token_of(user.pk, ends)]) if ends else ""
    context = {**told, "user": user, "unsubscribe": link, "settings": f"{site}/notifications/settings", "site": site}
    headers = {"Auto-Submitted": "auto-generated"}
    if link:
        headers |= {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    plain = render_to_string(f"social/mail/{body}.txt", context)
    mail = EmailMultiAlternatives(one_line(subject), plain, None, [user.email], headers=headers)
    mail.attach_alternative(render_to_string(f"social/mail/{body}.html", context), "text/html")
    mail.send()


def one_line(text: str) -> str:
    """A text as a subject takes it: names and titles may hold line ends, which would begin another header."""
    plain = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return plain if len(plain) <= SUBJECT_LENGTH else plain[: SUBJECT_LENGTH - 1] + "…"
