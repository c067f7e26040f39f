"""gunicorn's threaded worker, made patient only so far: a client that falls silent does not keep a thread.

As it comes, gunicorn waits for the rest of a request for ever, and ends a connection whose body nobody read without having
said so in the answer. A trickle of a byte every few seconds still holds a thread: a public site belongs behind a proxy
that passes on whole requests.
"""

import errno
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any, Self, TypeVar

from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from config.tasks.server import SILENCE

LINGER = 2.0  # seconds that a client still sending is heard out, lest a reset take the answer from it
DRAIN_SECONDS = 5.0
DRAIN_BYTES = 1024 * 1024
PIECE = 64 * 1024

Answer = TypeVar("Answer")
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class ClientSocket(socket.socket):
    """The connection of a client, who counts as gone after neither sending nor taking a byte for `patience` seconds."""

    patience: float
    deadline: float | None = None  # on the monotonic clock: when reading ends, however steadily bytes arrive
    is_silent = False

    @classmethod
    def of(cls, accepted: socket.socket, patience: float) -> Self:
        """Takes the accepted socket over."""
        client = cls(accepted.family, accepted.type, accepted.proto, fileno=accepted.detach())
        client.patience = patience
        return client

    def setblocking(self, flag: bool, /) -> None:
        """gunicorn calls this before each request, and any timeout set earlier would be lost: patience is set here."""
        self.deadline = None
        self.settimeout(self.patience if flag else 0.0)

    def recv(self, *arguments: Any) -> bytes:
        """As ever; raises ConnectionResetError, which all expect of clients, where nothing comes."""
        if self.deadline is not None:
            self.settimeout(min(max(self.deadline - time.monotonic(), 0.001), self.patience))
        return self._moved(super().recv, *arguments)

    def sendall(self, data: Any, *flags: int) -> None:
        """Piece by piece: a timeout would bound the whole otherwise, and cut off large answers to slow clients."""
        left = memoryview(data)
        while left:
            left = left[self._moved(super().send, left, *flags) :]

    def sendfile(self, *arguments: Any, **options: Any) -> int:
        """As ever; raises ConnectionResetError where nothing is taken."""
        return self._moved(super().sendfile, *arguments, **options)

    def _moved(self, move: Callable[..., Answer], *arguments: Any, **options: Any) -> Answer:
        try:
            return move(*arguments, **options)
        except TimeoutError:
            self.is_silent = True
            raise ConnectionResetError(errno.ECONNRESET, "the client fell silent") from None

    def hang_up(self) -> None:
        """Ends the connection; what the client is still sending is read for a while, so that it gets to our answer."""
        self.deadline = time.monotonic() + LINGER
        with suppress(OSError):
            self.shutdown(socket.SHUT_WR)
            while not self.is_silent and time.monotonic() < self.deadline and self.recv(PIECE):
                pass
        with suppress(OSError):
            self.shutdown(socket.SHUT_RDWR)


class PatientWorker(ThreadWorker):
    """A threaded worker whose threads serve requests that are arriving, never a client that may yet begin one."""

    wsgi: Application

    def load_wsgi(self) -> None:
        """The application, which leaves no body unread."""
        super().load_wsgi()
        self.wsgi = reading_bodies(self.wsgi)

    def accept(self, listener: Any) -> None:
        """Takes a connection; a thread has it from its first byte on."""
        try:
            accepted, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        patience = float(self.cfg.env[SILENCE])
        connection = TConn(self.cfg, ClientSocket.of(accepted, patience), address, listener.getsockname())
        self.nr_conns += 1
        connection.timeout = time.monotonic() + patience
        self.pending_conns.append(connection)
        arrives = partial(self.on_pending_socket_readable, connection)
        self.poller.register(connection.sock, EVENT_READ, arrives)

    def handle(self, conn: TConn) -> Any:
        """One request; returns whether the connection goes on. It is ended here, or the loop of all would linger for it."""
        goes_on = super().handle(conn)
        if not goes_on:
            conn.sock.hang_up()
        return goes_on


def reading_bodies(application: Application) -> Application:
    """The application, after whose answer the connection is fit for another request, or is told to be closed.

    What it left of a body, as a refusal does, is read before the first byte of the answer goes out: later nothing could
    be said any more of the connection.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        response = application(environ, start_response)
        if not is_drained(environ["wsgi.input"], environ["gunicorn.socket"]):
            start_response.__self__.force_close()
        return response

    return answer


def is_drained(body: Any, client: ClientSocket) -> bool:
    """Reads what is left of a body, as far as that is little and comes soon; whether nothing is left."""
    if body.failed:
        return False
    left = DRAIN_BYTES
    client.deadline = time.monotonic() + DRAIN_SECONDS
    try:
        while left > 0 and (piece := body.read(PIECE)):
            left -= len(piece)
    except (OSError, ParseException):
        return False
    finally:
        client.setblocking(True)
    return left > 0
