"""The tokens by which a mail is turned off without signing in (RFC 8058). They stay valid: so do old mails."""

from typing import NamedTuple
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from accounts.actions import change_preferences
from accounts.models import Mail, User
from accounts.models.preferences import NOTIFICATION_KINDS

DIGEST = "digest"
NAMES = {
    "like": _("Likes of your works"),
    "comment": _("Comments on your works"),
    "reply": _("Answers to your comments"),
    "follow": _("New followers"),
    "mention": _("Mentions of you"),
    "new_artwork": _("New works of artists whom you follow"),
    "album_shared": _("Albums that are shared with you"),
    "commission": _("Commissions"),
    "exhibition": _("Exhibitions"),
}
"""What each key of the preferences is called."""
SIGNER = Signer(salt="atelier.unsubscribe")


class Subscription(NamedTuple):
    """What a token turns off for whom: one key of `notification_mails`, or DIGEST."""

    user: User
    what: str


def token_of(user_id: UUID, what: str) -> str:
    """The token for one mail's link; letters, digits, `-`, `_` and `:`."""
    signed: str = SIGNER.sign_object([str(user_id), what])
    return signed


def subscription_of(token: str) -> Subscription:
    """What a token stands for; raises User.DoesNotExist where it is not one of ours, or the account has gone."""
    try:
        user_id, what = SIGNER.unsign_object(token)
    except (BadSignature, ValueError, UnicodeError) as error:
        raise User.DoesNotExist from error
    return Subscription(User.objects.get(pk=UUID(user_id)), what)


def end(subscription: Subscription) -> None:
    """Never again by mail: the kind, or all kinds that are gathered in the digest. Said again, nothing changes."""
    user, what = subscription
    mails = user.notification_mails
    ended = [key for key in NOTIFICATION_KINDS if what == key or (what == DIGEST and mails.get(key) == Mail.DIGEST)]
    change_preferences(user=user, changes={"notification_mails": dict.fromkeys(ended, Mail.NEVER.value)})


def named(key: str) -> str:
    """What a key of `notification_mails` turns off, in words."""
    return str(NAMES.get(key, key))
