"""A system call filter for the limited process: threads, yes; processes, programs, sockets, no.

RLIMIT_NPROC would not do: it counts threads too, without which libde265 decodes no HEIC, and it does not bind root.
The filter is a program for the kernel's BPF machine (linux/seccomp.h, linux/filter.h) over `struct seccomp_data`.
"""

import ctypes
import errno
import platform
import struct

_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_LOAD, _EQUALS, _AT_LEAST, _HAS_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in seccomp_data
_CLONE_THREAD = 0x10000
_OTHER_ABI = 0x40000000  # x32 calls, which would step around the numbers below
_CLONE3 = 435  # its flags lie in memory that a filter cannot read: "unknown", and libc falls back to clone
_ALLOW, _REFUSE, _UNKNOWN = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS

# Machine to its audit number, its clone, and what is refused: execve, execveat, socket, ptrace, kill,
# process_vm_writev, and where they exist fork and vfork.
_MACHINES = {
    "x86_64": (0xC000003E, 56, (59, 322, 41, 101, 62, 311, 57, 58)),
    "aarch64": (0xC00000B7, 220, (221, 281, 198, 117, 129, 271)),
}


def forbid_processes() -> bool:
    """Install the filter for good; False where the machine or its kernel has none.

    The process must have given up gaining rights (PR_SET_NO_NEW_PRIVS).
    """
    known = _MACHINES.get(platform.machine())
    if not known:
        return False
    program = b"".join(_program(*known))
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of instructions, and where they are.
    header = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(code)))
    return ctypes.CDLL(None).prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0) == 0


def _program(architecture: int, clone: int, refused: tuple[int, ...]) -> list[bytes]:
    tests = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_EQUALS, architecture, if_true=1),
        _step(_RETURN, _REFUSE),
        _step(_LOAD, _NUMBER),
        *_answer(_AT_LEAST, _OTHER_ABI, _REFUSE),
    ]
    for number in refused:
        tests += _answer(_EQUALS, number, _REFUSE)
    return [
        *tests,
        *_answer(_EQUALS, _CLONE3, _UNKNOWN),
        _step(_EQUALS, clone, if_true=1),
        _step(_RETURN, _ALLOW),
        _step(_LOAD, _FIRST_ARGUMENT),
        *_answer(_HAS_BIT, _CLONE_THREAD, _ALLOW),
        _step(_RETURN, _REFUSE),
    ]


def _answer(test: int, value: int, verdict: int) -> list[bytes]:
    """Return `verdict` where the test holds, else go on behind it."""
    return [_step(test, value, if_false=1), _step(_RETURN, verdict)]


def _step(code: int, value: int, *, if_true: int = 0, if_false: int = 0) -> bytes:
    """One instruction: after a test, so many steps are left out."""
    return struct.pack("@HBBI", code, if_true, if_false, value)
