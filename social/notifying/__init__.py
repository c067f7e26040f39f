"""Telling people what others did.

kinds      what can be told and what it can be about: the registry that the settings fill
own_kinds  what this room tells of
wishes     who wants to be told, where, and how by mail
deeds      `notify` and `withdraw`: a deed becomes, or leaves, a line of what its recipient is told
reckoning  how many people and deeds a line stands for
steps      what other rooms call: works published, albums shared, accounts shut out or deleted
telling    lines as API, pages and mails show them
origin     under which address the site was reached when a deed was done
mails, digests, unsubscribing   the same by mail
"""

from social.notifying.deeds import notify, withdraw
from social.notifying.telling import unread_count

__all__ = ["notify", "unread_count", "withdraw"]
