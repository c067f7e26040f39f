import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.imaging.framing import LONGEST, read_message, write_message

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    ends = {reading, writing}
    yield reading, writing, ends
    for end in ends:
        os.close(end)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_what_is_sent_arrives(message):
    reading, writing = os.pipe()
    write_message(writing, message)
    assert read_message(reading, seconds=5) == message
    os.close(reading)
    os.close(writing)


def test_messages_larger_than_a_pipe_arrive(pipe):
    reading, writing, _ = pipe
    message = {"patches": ["x" * 100] * 20_000}
    sender = threading.Thread(target=write_message, args=(writing, message))
    sender.start()
    assert read_message(reading, seconds=5) == message
    sender.join()


def test_silence_is_not_waited_for(pipe):
    with pytest.raises(TimeoutError):
        read_message(pipe[0], seconds=0.01)


def test_half_a_message_is_not_waited_for(pipe):
    os.write(pipe[1], (100).to_bytes(4) + b"{")
    with pytest.raises(TimeoutError):
        read_message(pipe[0], seconds=0.05)


def test_a_closed_pipe_is_the_end(pipe):
    reading, writing, ends = pipe
    os.write(writing, b"\0\0")
    os.close(writing)
    ends.discard(writing)
    with pytest.raises(EOFError):
        read_message(reading, seconds=1)


@pytest.mark.parametrize("body", [b"[]", b"7", b"{", b"\xff\xfe", b""])
def test_only_objects_are_messages(pipe, body):
    os.write(pipe[1], len(body).to_bytes(4) + body)
    with pytest.raises(ValueError):
        read_message(pipe[0], seconds=1)


def test_a_message_that_claims_to_be_endless_is_refused(pipe):
    os.write(pipe[1], (LONGEST + 1).to_bytes(4))
    with pytest.raises(ValueError, match="too long"):
        read_message(pipe[0], seconds=1)


def test_not_a_number_is_never_sent(pipe):
    with pytest.raises(ValueError):
        write_message(pipe[1], {"x": float("nan")})
