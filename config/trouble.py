"""Troubles that are nobody's fault and pass by themselves: a database or storage that is away, a disk that is full."""

import errno
import re
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from gallery.storage import StorageTrouble

# What SQLite also calls an operational error, though waiting mends nothing.
FAULTS = re.compile(r"no such (?:table|column|function)|syntax error|at most \d+ tables|too many|parser stack|misuse")


@dataclass(frozen=True)
class Trouble:
    """How a trouble is told: an HTTP status, a code for programs, words for people, seconds to wait."""

    status: int
    code: str
    detail: str
    wait: int


def trouble_of(error: BaseException | None) -> Trouble | None:
    """The trouble behind an exception, or None where it is a fault of the program."""
    if isinstance(error, OperationalError | InterfaceError) and not FAULTS.search(str(error)):
        return Trouble(503, "unavailable", _("The database does not answer just now. Please try again shortly."), 5)
    if isinstance(error, StorageTrouble):
        return Trouble(503, "unavailable", _("Storage does not answer just now. Please try again shortly."), 5)
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble(507, "insufficient_storage", _("There is no room left on this server just now."), 60)
    return None
