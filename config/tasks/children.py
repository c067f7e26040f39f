"""Child processes of `manage.py serve`: started, restarted, ended, and never left behind."""

import ctypes
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

PR_SET_PDEATHSIG = 1  # linux/prctl.h
PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)  # seconds before the first, second … restart
PROVEN = 60.0  # seconds after which a child that dies was not a failed start

logger = logging.getLogger(__name__)


class Child:
    """One command as a child process, in a session of its own: a Ctrl-C in the terminal reaches the parent alone,
    which ends its children in order. On Linux the kernel ends it (SIGTERM) where the parent dies, however that dies.
    """

    def __init__(self, name: str, command: Sequence[str], *, directory: Path, niceness: int = 0) -> None:
        self.name = name
        self._niceness = niceness
        self._command = list(command)
        self._directory = directory
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._restarts = 0
        self._restart_at: float | None = None

    def start(self) -> None:
        """Start the command. From the main thread only: the kernel takes the calling thread's end for the parent's."""
        self._started_at = monotonic()
        self._restart_at = None
        follow = _follower(os.getpid(), niceness=self._niceness)
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            self._command,
            cwd=self._directory,
            start_new_session=True,
            preexec_fn=follow,  # safe here: the parent has one thread
        )

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def exit_code(self) -> int | None:
        """None while it runs or was never started; negative for the signal that killed it."""
        return self._process.poll() if self._process else None

    def restart_if_dead(self) -> None:
        """Start it anew where it has ended, after a pause that doubles while it keeps ending early. Never waits."""
        code = self.exit_code()
        now = monotonic()
        if code is None:
            return
        if self._restart_at is None:
            self._restarts = 0 if now - self._started_at > PROVEN else self._restarts
            pause = PAUSES[min(self._restarts, len(PAUSES) - 1)]
            self._restarts += 1
            self._restart_at = now + pause
            logger.error("The %s ended with %d; it is started anew in %d s", self.name, code, pause)
        elif now >= self._restart_at:
            self.start()

    def terminate(self) -> None:
        """Ask it to end."""
        if self._process and self.exit_code() is None:
            self._process.terminate()

    def wait_or_kill(self, *, until: float) -> None:
        """Wait for its end until that moment (monotonic seconds), then kill it and what it started."""
        if self._process is None:
            return
        try:
            self._process.wait(timeout=max(0.0, until - monotonic()))
        except subprocess.TimeoutExpired:
            logger.warning("The %s did not end in time and is killed", self.name)
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def end_all(children: Sequence[Child], *, within: float) -> None:
    """End them all at once, giving them so many seconds together."""
    for child in children:
        child.terminate()
    until = monotonic() + within
    for child in children:
        child.wait_or_kill(until=until)


class _Follower:
    """Called in the child between fork and exec. Loading libc there would be unsafe, so it is loaded before."""

    def __init__(self, parent: int, *, niceness: int) -> None:
        self._parent = parent
        self._niceness = niceness
        self._prctl = ctypes.CDLL(None, use_errno=True).prctl

    def __call__(self) -> None:
        os.nice(self._niceness)
        self._prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != self._parent:  # it died between fork and here, too early for the kernel to tell
            os._exit(1)


def _follower(parent: int, *, niceness: int) -> _Follower | None:
    return _Follower(parent, niceness=niceness) if sys.platform == "linux" else None
