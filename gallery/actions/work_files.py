"""Files that come in with something else, as the views of a work do: in the library from then on, private there."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import Reservation, User, Visibility
from gallery.actions.files import delete_file
from gallery.actions.uploads import Verdict, Wishes, receive_file
from gallery.intake.reception import Arrival, Rejected
from gallery.models import AlbumImage, File, Kind


def receive_private(arrival: Arrival, *, by: User, reservation: Reservation) -> Verdict:
    """Judges one file that arrived, and keeps it for its owner alone if it may stay."""
    wishes = Wishes(visibility=Visibility.PRIVATE)
    return receive_file(arrival=arrival, by=by, wishes=wishes, reservation=reservation)


def receive_picture(arrival: Arrival, *, by: User, reservation: Reservation) -> Verdict:
    """Judges one file that arrived, and keeps it if it is a picture. Leaves nothing of one that is rejected."""
    verdict = receive_private(arrival, by=by, reservation=reservation)
    if verdict.file is None or verdict.file.kind == Kind.IMAGE:
        return verdict
    take_away([verdict], by=by)
    reason = Rejected("unsupported_type", _("Only pictures are taken here, and this is none."))
    return Verdict(verdict.filename, "rejected", error=reason)


@contextmanager
def received_pictures(arrivals: Sequence[Arrival], *, by: User, reservation: Reservation) -> Iterator[list[Verdict]]:
    """Takes these pictures in, as `received_files` does."""
    release = partial(take_away, by=by)
    with received_files(arrivals, by=by, reservation=reservation, receive=receive_picture, release=release) as verdicts:
        yield verdicts


@contextmanager
def received_files(
    arrivals: Sequence[Arrival],
    *,
    by: User,
    reservation: Reservation,
    release: Callable[[Sequence[Verdict]], None],
    receive: Callable[..., Verdict] = receive_private,
) -> Iterator[list[Verdict]]:
    """Takes these files in, each by `receive`, and gives what became of each. What fails within hands them to `release`, which
    takes those that are new away again."""
    verdicts: list[Verdict] = []
    try:
        for arrival in arrivals:
            verdicts.append(receive(arrival, by=by, reservation=reservation))  # noqa: PERF401 - known when one fails
        yield verdicts
    except BaseException:
        release(verdicts)
        raise


def take_away(verdicts: Sequence[Verdict], *, by: User) -> None:
    """Deletes the files that are new, but for those that somebody has put into an album by now."""
    for verdict in verdicts:
        if verdict.file is None or verdict.status != "created":
            continue
        if not AlbumImage.objects.filter(image=verdict.file.pk).exists():
            # It went already, or another work shows it by now.
            with suppress(File.DoesNotExist, Conflict):
                delete_file(file=verdict.file, by=by)
