"""What a limited process may not do."""

import ctypes
import math
import os
import resource
import signal
import sys
from pathlib import Path

from gallery.imaging import seccomp
from gallery.imaging.limits import Limits

LARGEST_FILE = 256 << 20

_LINUX = sys.platform == "linux"
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38


def confine(parent: int) -> None:
    """Bind this process for the rest of its life: no core dumps, no huge files, no children, no sockets, no new rights.

    It dies with the process `parent` that started it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children itself
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    if _LINUX:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before the signal was asked for
            sys.exit(0)
        seccomp.forbid_processes()


def allow(limits: Limits) -> None:
    """Set memory and CPU time for the next job. Past the CPU time the kernel ends the process with SIGXCPU."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime) + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    if _LINUX:  # elsewhere address space says nothing about memory
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, resource.RLIM_INFINITY))


def memory_held() -> int:
    """Resident memory of this process in bytes; 0 where it cannot be told.

    Not `ru_maxrss`, which a process inherits from the one that started it, through fork and exec.
    """
    if not _LINUX:
        return 0
    resident = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(resident) * resource.getpagesize()
