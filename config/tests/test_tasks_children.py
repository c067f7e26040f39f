"""Child processes: restarted where they die, ended with their parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.tasks import children
from config.tasks.children import Child, end_all
from config.tests.processes import lives, wait_for

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
PARENT = """
import pathlib, sys, time
from config.tasks.children import Child
child = Child("sleeper", ["sleep", "60"], directory=pathlib.Path("/"))
child.start()
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def child_of():
    started: list[Child] = []

    def start(*command: str) -> Child:
        child = Child("child", command, directory=Path("/"))
        child.start()
        started.append(child)
        return child

    yield start
    end_all(started, within=0.1)


def test_a_child_that_dies_is_started_anew_after_a_pause(child_of, monkeypatch):
    monkeypatch.setattr(children, "PAUSES", (0.2,))
    child = child_of("sleep", "60")
    first = child.pid
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: child.exit_code() == -signal.SIGKILL)
    child.restart_if_dead()
    assert child.pid == first
    time.sleep(0.25)
    child.restart_if_dead()
    assert child.pid != first
    assert child.exit_code() is None


def test_a_child_that_keeps_dying_waits_longer_each_time(child_of, caplog):
    child = child_of("true")
    for _ in range(3):
        wait_for(lambda: child.exit_code() is not None)
        child.restart_if_dead()
        child.start()
    assert [record.args[-1] for record in caplog.records] == [1, 2, 4]


def test_a_child_that_had_proved_itself_starts_anew_soon(child_of, caplog, monkeypatch):
    monkeypatch.setattr(children, "PROVEN", 0)
    child = child_of("true")
    for _ in range(3):
        wait_for(lambda: child.exit_code() is not None)
        child.restart_if_dead()
        child.start()
    assert [record.args[-1] for record in caplog.records] == [1, 1, 1]


def test_a_child_that_lives_is_left_alone(child_of):
    child = child_of("sleep", "60")
    pid = child.pid
    child.restart_if_dead()
    assert child.pid == pid


def test_children_end_when_asked(child_of):
    sleepers = [child_of("sleep", "60") for _ in range(2)]
    end_all(sleepers, within=5)
    assert [child.exit_code() for child in sleepers] == [-signal.SIGTERM] * 2


def test_a_child_that_will_not_end_is_killed(child_of):
    child = child_of(sys.executable, "-c", STUBBORN)
    time.sleep(0.3)
    began = time.monotonic()
    end_all([child], within=0.3)
    assert child.exit_code() == -signal.SIGKILL
    assert time.monotonic() - began < 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_a_child_ends_with_a_parent_that_was_killed():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        assert lives(pid)
        parent.kill()
        wait_for(lambda: not lives(pid))


def test_a_nice_child_leaves_the_processor_to_others():
    child = Child("child", ["sleep", "60"], directory=Path("/"), niceness=10)
    child.start()
    try:
        wait_for(lambda: os.getpriority(os.PRIO_PROCESS, child.pid) == os.getpriority(os.PRIO_PROCESS, 0) + 10)
    finally:
        end_all([child], within=0.1)
