"""The parent's end of one limited process."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, cast

from gallery.imaging import framing

_ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "gallery.imaging.child")
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "LD_LIBRARY_PATH")


class WorkerDied(Exception):
    """The process is gone: `signal` tells by what, None where it had to be ended. `was_silent`: it did not answer in time."""

    def __init__(self, by: signal.Signals | None, *, was_silent: bool = False) -> None:
        super().__init__(by.name if by else "no answer in time" if was_silent else "an answer that makes no sense")
        self.signal = by
        self.was_silent = was_silent

    @property
    def was_killed_from_outside(self) -> bool:
        """By a person or the kernel in need of memory: not by what the picture did inside."""
        return self.signal in (signal.SIGKILL, signal.SIGTERM)


class Worker:
    """A limited process, started at once. One job at a time; not for several threads."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        # S603: the interpreter that runs us, and nothing from outside in its arguments.
        self._process = subprocess.Popen(  # noqa: S603
            [*command, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            env=_environment(),
            bufsize=0,
        )
        self._jobs = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        self._retired = False

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_ready(self) -> bool:
        """Whether it lives and takes another job."""
        return not self._retired and self._process.poll() is None

    def ask(self, job: dict[str, Any], *, seconds: float) -> dict[str, Any]:
        """Do a job and give its answer.

        Raises:
            WorkerDied: it died, talked nonsense, or did not answer within `seconds`; it is gone then.
        """
        try:
            framing.write_message(self._jobs.fileno(), job)
            answer = framing.read_message(self._answers.fileno(), seconds=seconds)
        except (EOFError, BrokenPipeError):
            self._retired = True
            raise WorkerDied(self._cause()) from None
        except (TimeoutError, ValueError) as error:
            self.stop()
            raise WorkerDied(None, was_silent=isinstance(error, TimeoutError)) from None
        self._retired = bool(answer.get("last"))
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing, and reap it."""
        self._retired = True
        self._process.kill()
        self._process.wait()
        self._close()

    def forget(self) -> None:
        """In a forked copy of the parent: let go of a process that belongs to the original."""
        self._retired = True
        self._close()
        self._process.returncode = 0  # not ours to wait for

    def _cause(self) -> signal.Signals | None:
        """It has closed its end: give it a moment to be dead, then make sure."""
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = 0
        self.stop()
        return signal.Signals(-code) if code < 0 else None

    def _close(self) -> None:
        self._jobs.close()
        self._answers.close()


def _environment() -> dict[str, str]:
    """Only what an interpreter needs: secrets stay in the parent. One arena keeps address space close to use."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {"MALLOC_ARENA_MAX": "1"}
