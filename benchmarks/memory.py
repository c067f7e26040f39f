"""Peak memory of a fresh process that draws one picture: `python -m benchmarks.memory HAND PATH KIND` prints bytes."""

import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path


def peak(hand: str, path: Path, kind: str) -> int:
    """Bytes that were resident at most while `hand` drew the picture, interpreter and libraries included."""
    command = [sys.executable, "-m", "benchmarks.memory", hand, str(path), kind]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def high_water(pid: int | str = "self") -> int:
    """VmHWM of a process, in bytes. Not `ru_maxrss`: that is inherited from the process that started it."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def main() -> None:
    hand, path, kind = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        import_module(f"benchmarks.drawing.{hand}").draw(Path(path), kind, Path(folder))
    print(high_water())


if __name__ == "__main__":
    main()
