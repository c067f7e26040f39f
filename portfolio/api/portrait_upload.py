"""A portrait that comes as a file: through the entrance that every picture takes, and out again where it is for nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from accounts.models import User
from gallery.actions.uploads import Verdict
from gallery.actions.work_files import received_pictures
from gallery.api.arriving import Arrivals
from gallery.models import Image

FIELD = "profile_image"
STATUSES = {"too_large": 413, "unsupported_type": 415, "type_mismatch": 415}
"""Of what an upload refuses under another status than 400."""


@contextmanager
def kept(arrivals: Arrivals, *, by: User) -> Iterator[Image | None]:
    """The picture that a form brought, None where it brought none: kept as a private one of the person's library. Where the
    block fails it goes again, unless it was there before.

    Raises Refused as an upload refuses a file, and for what is no picture.
    """
    if not arrivals.files or arrivals.reservation is None:
        yield None
        return
    if len(arrivals.files) > 1:
        raise Refused(_("Send one file."), code="invalid", attr=FIELD)
    with received_pictures(arrivals.files, by=by, reservation=arrivals.reservation) as verdicts:
        if verdicts[0].file is None:
            raise refusal(verdicts[0])
        yield verdicts[0].file.image


def refusal(verdict: Verdict) -> Refused:
    """What an upload of that file alone would answer, on this field."""
    if verdict.error is None:
        return Refused(_("The file did not arrive."), code="empty", attr=FIELD)
    code = verdict.error.code
    return Refused(verdict.error.detail, status=STATUSES.get(code, 400), code=code, attr=FIELD)
