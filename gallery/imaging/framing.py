"""How the house and its limited processes talk: JSON, each message led by its length in four bytes.

Never pickle: a hostile picture may have taken over the process at the other end.
"""

import json
import os
import select
import time
from typing import Any

LONGEST = 16 << 20


def write_message(descriptor: int, message: dict[str, Any]) -> None:
    """Send one message; BrokenPipeError where nobody reads, ValueError for what is no JSON."""
    body = json.dumps(message, allow_nan=False).encode("ascii")
    frame = memoryview(len(body).to_bytes(4) + body)
    while frame:
        frame = frame[os.write(descriptor, frame) :]


def read_message(descriptor: int, *, seconds: float | None = None) -> dict[str, Any]:
    """Receive one message, within `seconds` where they are given.

    Raises:
        EOFError: the other end is gone.
        TimeoutError: it did not answer in time.
        ValueError: what came is too long, no JSON or no object.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    length = int.from_bytes(_read(descriptor, 4, deadline))
    if length > LONGEST:
        raise ValueError("the message is too long")
    message = json.loads(_read(descriptor, length, deadline))
    if not isinstance(message, dict):
        raise ValueError("the message is no object")
    return message


def _read(descriptor: int, length: int, deadline: float | None) -> bytes:
    parts: list[bytes] = []
    while length:
        if deadline is not None:
            _wait(descriptor, deadline)
        part = os.read(descriptor, min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _wait(descriptor: int, deadline: float) -> None:
    """`poll`, since `select` fails for descriptors above 1023, which a busy server has."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise TimeoutError("no answer in time")
