"""Files that come in as views of a work: pictures of the library from then on, private there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import Reservation, User, Visibility
from gallery.actions.files import delete_file
from gallery.actions.uploads import Verdict, Wishes, receive_file
from gallery.intake.reception import Arrival, Rejected
from gallery.models import AlbumImage, File, Kind


@contextmanager
def received_pictures(arrivals: Sequence[Arrival], *, by: User, reservation: Reservation) -> Iterator[list[Verdict]]:
    """Takes these files in, and gives what became of each. What fails within takes those that are new away again."""
    verdicts: list[Verdict] = []
    try:
        for arrival in arrivals:
            verdicts.append(receive_picture(arrival, by=by, reservation=reservation))  # noqa: PERF401 - known when one fails
        yield verdicts
    except BaseException:
        take_away(verdicts, by=by)
        raise


def receive_picture(arrival: Arrival, *, by: User, reservation: Reservation) -> Verdict:
    """Judges one file that arrived, and keeps it if it is a picture. Leaves nothing of one that is rejected."""
    wishes = Wishes(visibility=Visibility.PRIVATE)
    verdict = receive_file(arrival=arrival, by=by, wishes=wishes, reservation=reservation)
    if verdict.file is None or verdict.file.kind == Kind.IMAGE:
        return verdict
    take_away([verdict], by=by)
    reason = Rejected("unsupported_type", _("Only pictures are taken here, and this is none."))
    return Verdict(verdict.filename, "rejected", error=reason)


def take_away(verdicts: Sequence[Verdict], *, by: User) -> None:
    """Deletes the files that are new, but for those that somebody has put into an album by now."""
    for verdict in verdicts:
        if verdict.file is None or verdict.status != "created":
            continue
        if not AlbumImage.objects.filter(image=verdict.file.pk).exists():
            # It went already, or another work shows it by now.
            with suppress(File.DoesNotExist, Conflict):
                delete_file(file=verdict.file, by=by)
