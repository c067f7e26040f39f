"""What is gathered for a mail a day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import ngettext, override

from accounts.models import Mail, User
from social.models import Notification
from social.notifying.kinds import kinds
from social.notifying.mails import given_back_on_failure, send, settle_mailed, takes_mail, tell_lines
from social.notifying.unsubscribing import DIGEST
from social.notifying.wishes import mail_of

# Asked for every hour: with 24 hours each would come an hour later than the last.
DAY = timedelta(hours=23, minutes=30)
MOST = 50


def people_due() -> Iterator[UUID]:
    """Those for whom something waits, and whose last digest is a day old."""
    waiting = Notification.objects.filter(mail=Mail.DIGEST).to_mail()
    last = Notification.objects.filter(recipient=OuterRef("recipient"), **mailed_lately())
    yield from waiting.exclude(Exists(last)).order_by().values_list("recipient", flat=True).distinct()


def mailed_lately() -> dict[str, object]:
    return {"mail": Mail.DIGEST, "mailed_at__gt": timezone.now() - DAY}


def mail_digest_to(user_id: UUID, *, asked_at: datetime | None = None) -> int:
    """Mails a person what they have not read of what is gathered for them, the latest MOST of it in words; returns how many lines
    it stood for. None where it is not due. Where sending fails, all of it waits again, and the error is raised. `asked_at` as for
    one line."""
    asked_at = asked_at or timezone.now()
    user = User.objects.filter(pk=user_id).first()
    lines = claim_lines(user, asked_at) if user else []
    if user is None or not lines:
        return 0
    with given_back_on_failure(lines, asked_at), override(user.language):
        site = Notification.objects.filter(pk__in=lines).latest("created_at").site
        told = tell_lines(lines, user=user, site=site)
        subject = ngettext("Atelier: %(count)d piece of news", "Atelier: %(count)d pieces of news", len(told))
        context = {"lines": told[:MOST], "more": len(told[MOST:])}
        send(user=user, subject=subject % {"count": len(told)}, body="digest", told=context, site=site, ends=DIGEST)
    settle_mailed(lines)
    return len(lines)


@transaction.atomic
def claim_lines(user: User, asked_at: datetime) -> list[UUID]:
    """Marks what waits as mailed, so that nobody else mails it. What may not be told, or not so, waits no more."""
    waiting = Notification.objects.filter(recipient=user, mail=Mail.DIGEST).to_mail(asked_at)
    ids = list(waiting.select_for_update().order_by("pk").values_list("pk", flat=True))
    if Notification.objects.filter(recipient=user, **mailed_lately()).exclude(mailed_at=asked_at).exists():
        return []
    wanted = [name for name, kind in kinds().items() if mail_of(kind, user.notification_mails) == Mail.DIGEST]
    tellable = Notification.objects.tellable(user).filter(pk__in=ids, kind__in=wanted)
    claimed = list(tellable.values_list("pk", flat=True)) if takes_mail(user) else []
    Notification.objects.filter(pk__in=claimed).update(mailed_at=asked_at)
    Notification.objects.filter(pk__in=ids, mailed_at=None).update(mail=Mail.NEVER)
    return claimed
