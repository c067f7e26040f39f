import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gallery.imaging.worker import _ROOT

CONFINED = """
import os, socket, subprocess, threading
from pathlib import Path
from gallery.imaging import confinement
from gallery.imaging.limits import Limits
confinement.confine(os.getppid())
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own means")


def outcome(code: str) -> str:
    """What a confined process prints, or the signal that ended it."""
    run = [sys.executable, "-c", CONFINED + textwrap.dedent(code)]
    done = subprocess.run(run, cwd=_ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1] if done.returncode >= 0 else str(done.returncode)


@pytest.mark.parametrize(
    "deed",
    [
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['/bin/true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "socket.socket()",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_what_a_decoder_never_needs_is_refused(deed):
    assert "PermissionError" in outcome(deed) or "BlockingIOError" in outcome(deed)


def test_threads_are_allowed_since_heic_needs_one():
    assert outcome("t = threading.Thread(target=print, args=('fine',)); t.start(); t.join()") == "fine"


def test_memory_is_bounded():
    code = """
    confinement.allow(Limits(memory_bytes=300_000_000))
    try:
        bytearray(400_000_000)
    except MemoryError:
        print("refused")
    """
    assert outcome(code) == "refused"


def test_cpu_time_is_bounded():
    assert outcome("confinement.allow(Limits(cpu_seconds=1))\nwhile True: pass") == "-24"


def test_files_are_bounded(tmp_path):
    code = f"""
    with open({str(tmp_path / "large")!r}, "wb") as file:
        file.seek(confinement.LARGEST_FILE)
        try:
            file.write(b"x"); file.flush()
        except OSError as error:
            print(error.errno)
            os._exit(0)
    """
    assert outcome(code) == "27"


def test_memory_held_is_that_of_this_process():
    assert 5_000_000 < int(outcome("print(confinement.memory_held())")) < 300_000_000


def test_it_ends_when_its_parent_is_another():
    code = "import os; from gallery.imaging import confinement; confinement.confine(os.getpid()); print('alive')"
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def has_ended(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_it_dies_with_its_parent():
    code = """
    import os
    from gallery.imaging.worker import Worker
    print(Worker().pid, flush=True)
    os.kill(os.getpid(), 9)
    """
    run = [sys.executable, "-c", textwrap.dedent(code)]
    pid = int(subprocess.run(run, cwd=_ROOT, stdout=subprocess.PIPE, text=True, check=False).stdout)
    deadline = time.monotonic() + 10
    while not has_ended(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert has_ended(pid)
