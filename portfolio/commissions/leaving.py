"""What becomes of commissions where a party's account goes (settings.ACCOUNT_DELETION_STEPS)."""

from typing import Any

from django.db.models import Q

from portfolio.commissions.turns import UNDER_WAY
from portfolio.models import Commission, CommissionStatus, Message, Note
from portfolio.workflow.machine import SYSTEM
from portfolio.workflow.tables import COMMISSION


def settle_commissions_of(user: Any) -> None:
    """Cancels what is under way, and deletes what they wrote, with what it brought; the other party keeps the rest. Where there
    is no other party any more the commission goes.

    To be called with the person locked, and with nobody else: who does something in a commission locks both parties first, in
    order, and may have the other already. So nobody is in one of theirs meanwhile. Behind the step that deletes their files,
    before the one that forgets what they were told.
    """
    own = Commission.objects.filter(Q(client=user) | Q(artist=user))
    own.filter(Q(client=None) | Q(artist=None)).delete()
    for commission in own.filter(status__in=UNDER_WAY).order_by("pk"):
        COMMISSION.move(commission, CommissionStatus.CANCELLED, roles={SYSTEM}, is_held=True)
    for written in (Message, Note):
        written.objects.filter(author=user).delete()
