"""Taking the files of a multipart request in as they stream, each judged on the way."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gallery.intake.staging import Staged, Writer

# Room is asked for in steps of this many bytes.
STEP = 64 * 1024 * 1024


class Rejected(Exception):
    """A file that is not taken: a code for programs and words for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


@dataclass
class Arrival:
    """One file of a request: the name it was sent under, and what became of its bytes.

    `checksum` is known of all that was read to its end, what there is no room for too: it may be here already.
    """

    filename: str
    staged: Staged | None = None
    refusal: Rejected | None = None
    checksum: str = ""

    def discard(self) -> None:
        if self.staged:
            self.staged.discard()


@dataclass
class Reception:
    """The files of one request, in the order they were sent."""

    arrivals: list[Arrival] = field(default_factory=list)


class StagingHandler(FileUploadHandler):
    """Streams each file into staging. One that grows over the limit is cut off there; of one that grows over what is left
    of `allowance`, and of what `more` grants, nothing is kept but its checksum."""

    chunk_size = 256 * 1024

    def __init__(
        self,
        request: HttpRequest,
        *,
        reception: Reception,
        fields: Collection[str],
        allowance: int,
        more: Callable[[int], int],
    ) -> None:
        super().__init__(request)
        self.reception, self.fields, self.allowance, self.more = reception, fields, allowance, more
        self.writer: Writer | None = None

    @property
    def arrival(self) -> Arrival:
        """The file that is coming in."""
        return self.reception.arrivals[-1]

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, file_name, *args, **kwargs)
        if field_name not in self.fields:
            raise SkipFile
        self.reception.arrivals.append(Arrival(file_name))
        self.writer = Writer()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.writer is None:
            return
        size = self.writer.size + len(raw_data)
        if size > settings.MAX_UPLOAD_SIZE:
            self.refuse(Rejected("too_large", _("A file may have at most %d bytes.") % settings.MAX_UPLOAD_SIZE))
        if self.arrival.refusal is None and not self.has_room(size):
            self.arrival.refusal = Rejected("quota_exceeded", _("There is no room left for this file in your storage."))
            self.writer.forget()
        self.writer.write(raw_data)

    def has_room(self, size: int) -> bool:
        """Whether a file of so many bytes may stay, more being asked for where they are not allowed yet."""
        if size > self.allowance:
            self.allowance += self.more(max(size - self.allowance, STEP))
        return size <= self.allowance

    def refuse(self, reason: Rejected) -> None:
        """Forgets what came of this file and has the rest of it skipped."""
        self.drop()
        self.arrival.refusal = reason
        raise SkipFile

    def file_complete(self, file_size: int) -> None:
        """Returns nothing, so that Django's own list of files stays empty: the reception holds them."""
        if self.writer:
            self.arrival.checksum = self.writer.checksum
            if self.arrival.refusal is None:
                self.arrival.staged = self.writer.finish()
                self.allowance -= self.writer.size
            self.writer = None

    def drop(self) -> None:
        if self.writer:
            self.writer.forget()
            self.writer = None


@contextmanager
def receiving(
    request: HttpRequest, *, fields: Collection[str], allowance: int, more: Callable[[int], int] = lambda _wanted: 0
) -> Iterator[Reception]:
    """Within it, reading the body of `request` fills the reception; behind it, nothing of what was not kept is left.

    The files may have `allowance` bytes together; when those are spent, `more(wanted)` grants further ones, or 0.
    """
    reception = Reception()
    handler = StagingHandler(request, reception=reception, fields=fields, allowance=allowance, more=more)
    request.upload_handlers = [handler]
    try:
        yield reception
    finally:
        handler.drop()
        for arrival in reception.arrivals:
            arrival.discard()
